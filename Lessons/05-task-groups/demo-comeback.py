import asyncio


class Unreachable(Exception):
    pass


async def fetch():
    await asyncio.sleep(1)
    raise Unreachable()


async def reload():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        pass
    print("swallowed the request")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch())
    except ExceptionGroup:
        print("the group has failed")
    await asyncio.sleep(1)
    print("reloaded")


async def main():
    task = asyncio.create_task(reload())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled after all")


asyncio.run(main())
