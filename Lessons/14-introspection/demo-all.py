import asyncio


def names():
    # A set has no order, so the twin sorts it.
    return ", ".join(sorted(t.get_name() for t in asyncio.all_tasks()))


async def main():
    asyncio.current_task().set_name("main")
    quick = asyncio.create_task(asyncio.sleep(1), name="quick")
    slow = asyncio.create_task(asyncio.sleep(60), name="slow")
    print(names())
    await quick
    print(names())
    slow.cancel()
    print(names())
    await asyncio.wait([slow])
    print(names())


asyncio.run(main())
