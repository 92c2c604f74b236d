import asyncio


class Broken(Exception):
    pass


async def engine():
    await asyncio.sleep(2)
    raise Broken()


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(engine(), name="engine")
            try:
                await asyncio.sleep(60)
                print("the trip is over")
            except asyncio.CancelledError:
                print("the body is cancelled")
                raise
    except asyncio.CancelledError:
        print("caught a CancelledError")
    except ExceptionGroup:
        print("caught a group")


asyncio.run(main())
