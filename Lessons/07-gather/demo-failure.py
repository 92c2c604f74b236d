import asyncio


class Unreachable(Exception):
    pass


async def fetch(page, seconds, fails=False):
    await asyncio.sleep(seconds)
    print(f"{page} {'fails' if fails else 'arrives'}")
    if fails:
        raise Unreachable()
    return page


async def main():
    try:
        pages = await asyncio.gather(
            fetch("news", 1),
            fetch("sport", 2, fails=True),
            fetch("weather", 3),
            fetch("music", 4, fails=True),
        )
        print(f"gathered: {pages}")
    except Unreachable as error:
        print(f"caught: {error!r}")
    await asyncio.sleep(5)
    print("main ends")


asyncio.run(main())
