import asyncio


async def left_behind(body):
    before = asyncio.all_tasks()
    await body()
    return sorted(t.get_name() for t in asyncio.all_tasks() - before)


# The loop itself would keep these tasks by weak references only.
kept = []


def start(seconds, name):
    task = asyncio.create_task(asyncio.sleep(seconds), name=name)
    kept.append(task)
    return task


async def visit():
    start(1, "greeting")
    start(60, "counter")
    await start(3, "page")


async def main():
    start(90, "clock")
    print(await left_behind(visit))


asyncio.run(main())
