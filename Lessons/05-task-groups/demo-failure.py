import asyncio


class Unreachable(Exception):
    pass


async def fetch(page, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        print(f"{page} is tidy")
        raise
    print(f"{page} {'fails' if fails else 'arrives'}")
    if fails:
        raise Unreachable()


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("news", 1))
            group.create_task(fetch("sport", 2, fails=True))
            group.create_task(fetch("weather", 9))
        print("all have arrived")
    except ExceptionGroup as group:
        print(f"caught a group of {len(group.exceptions)}")


asyncio.run(main())
