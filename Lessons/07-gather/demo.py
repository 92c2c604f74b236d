import asyncio


async def fetch(page, seconds):
    print(f"{page} starts")
    await asyncio.sleep(seconds)
    print(f"{page} ends")


async def main():
    await asyncio.gather(
        fetch("one", 3),
        fetch("two", 1),
        fetch("three", 2),
    )
    print("all are done")


asyncio.run(main())
