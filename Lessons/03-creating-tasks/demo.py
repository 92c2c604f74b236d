import asyncio


async def wash():
    print("washing machine starts")
    await asyncio.sleep(60)
    print("laundry is clean")


async def main():
    laundry = asyncio.create_task(wash(), name="laundry")
    print("I read the paper")
    await asyncio.sleep(10)
    print("I cook")
    await laundry
    print("I hang it up")


asyncio.run(main())
