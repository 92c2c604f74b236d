import asyncio


class TooLarge(Exception):
    pass


class DiskFull(Exception):
    pass


async def upload(file):
    await asyncio.sleep(1)
    raise TooLarge()


async def copy(file):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        raise DiskFull()


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(upload("film"))
            group.create_task(copy("film"))
    except TooLarge:
        print("caught: TooLarge")
    except ExceptionGroup as group:
        for error in group.exceptions:
            print(f"in the group: {error!r}")


asyncio.run(main())
