import asyncio


async def report(number):
    await asyncio.sleep(number)
    print(number)


async def main():
    await asyncio.gather(
        report(3),
        report(1),
        report(4),
        report(2),
    )
    print("sorted")


asyncio.run(main())
