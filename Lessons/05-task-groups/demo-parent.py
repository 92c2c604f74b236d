import asyncio


async def serve(name, tidy_up):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        await asyncio.sleep(tidy_up)
        print(f"{name} is tidy")
        raise


async def serve_all():
    async with asyncio.TaskGroup() as group:
        group.create_task(serve("red", tidy_up=3))
        group.create_task(serve("green", tidy_up=1))
        group.create_task(serve("blue", tidy_up=2))


async def main():
    servers = asyncio.create_task(serve_all())
    await asyncio.sleep(1)
    servers.cancel()
    try:
        await servers
    except asyncio.CancelledError:
        print("the group has ended")


asyncio.run(main())
