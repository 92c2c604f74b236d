import asyncio


async def count(name):
    for number in range(1, 4):
        print(f"{name} {number}")
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(
        count("red"),
        count("blue"),
    )
    print("both are done")


asyncio.run(main())
