import asyncio


async def serve(name, tidy_up):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print(f"{name} is asked to stop")
        await asyncio.sleep(tidy_up)
        print(f"{name} is tidy")
        raise


async def main():
    servers = asyncio.gather(
        serve("red", tidy_up=3),
        serve("green", tidy_up=1),
        serve("blue", tidy_up=2),
    )
    await asyncio.sleep(1)
    servers.cancel()
    try:
        await servers
    except asyncio.CancelledError:
        print("gather has ended")
    await asyncio.sleep(5)
    print("main ends")


asyncio.run(main())
