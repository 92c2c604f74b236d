import asyncio


class Unreachable(Exception):
    pass


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    if page == "sport":
        raise Unreachable()
    return page


async def main():
    tasks = [
        asyncio.create_task(fetch("news", 3), name="news"),
        asyncio.create_task(fetch("sport", 1), name="sport"),
        asyncio.create_task(fetch("music", 2), name="music"),
    ]
    try:
        done, pending = await asyncio.wait(tasks)
        print(f"done: {len(done)}, pending: {len(pending)}")
    except Exception:
        print("caught an error")
    for task in tasks:
        failed = task.exception() is not None
        print(f"{task.get_name()} {'failed' if failed else 'arrived'}")


asyncio.run(main())
