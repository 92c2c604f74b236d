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
        print("checkout stops")
        raise


async def main():
    payment = asyncio.create_task(pay(), name="payment")
    customer = asyncio.create_task(checkout(payment), name="customer")
    await asyncio.sleep(1)
    customer.cancel()
    print("customer leaves")
    print(f"shop has the {await payment}")


asyncio.run(main())
# end
