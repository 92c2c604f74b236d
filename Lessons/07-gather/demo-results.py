import asyncio


async def one():
    await asyncio.sleep(3)
    return "Result 1"


async def two():
    await asyncio.sleep(1)
    return "Result 2"


async def three():
    await asyncio.sleep(2)
    return "Result 3"


async def main():
    print(await asyncio.gather(one(), two(), three()))


asyncio.run(main())
