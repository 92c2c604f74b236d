import asyncio


class Unreachable(Exception):
    pass


async def fetch(page, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise Unreachable()
    return page


async def main():
    results = await asyncio.gather(
        fetch("news", 1),
        fetch("sport", 2, fails=True),
        fetch("weather", 3),
        fetch("music", 4, fails=True),
        return_exceptions=True,
    )
    for result in results:
        if isinstance(result, BaseException):
            print(f"failed: {result!r}")
        else:
            print(f"arrived: {result}")


asyncio.run(main())
