import asyncio


async def pay():
    print("paying")
    await asyncio.sleep(3)
    print("paid")
    return "receipt"


# slice: main
async def checkout(payment):
    print(f"customer has the {await payment}")


async def main():
    payment = asyncio.create_task(pay(), name="payment")
    customer = asyncio.create_task(checkout(payment), name="customer")
    await asyncio.sleep(1)
    customer.cancel()
    print("customer leaves")
    try:
        print(f"shop has the {await payment}")
    except asyncio.CancelledError:
        print("payment was cancelled")


asyncio.run(main())
# end
