import asyncio


async def pay():
    print("paying")
    await asyncio.sleep(3)
    print("paid")
    return "receipt"


# slice: main
async def checkout(payment):
    try:
        print(f"customer has the {await asyncio.shield(payment)}")
    except asyncio.CancelledError:
        requests = asyncio.current_task().cancelling()
        print(f"CancelledError, requests to the customer: {requests}")
        print("customer pays in cash")


async def main():
    payment = asyncio.create_task(pay(), name="payment")
    customer = asyncio.create_task(checkout(payment), name="customer")
    await asyncio.sleep(1)
    payment.cancel()
    await customer
    print("main ends")


asyncio.run(main())
# end
