import asyncio


async def save(order):
    print(f"saving order {order}")
    await asyncio.sleep(0.1)
    print(f"order {order} is saved")


async def take(order):
    print(f"order {order} is taken")
    asyncio.create_task(save(order))


async def main():
    await take(7)
    print("shop closes")


asyncio.run(main())
