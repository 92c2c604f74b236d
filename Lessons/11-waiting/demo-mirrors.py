import asyncio


class Down(Exception):
    pass


async def download(mirror, seconds, works=True):
    try:
        await asyncio.sleep(seconds)
        if not works:
            raise Down()
        return f"file of {mirror}"
    finally:
        print(f"{mirror} hangs up")


async def first_good(tasks):
    running = set(tasks)
    winner = None
    while winner is None and running:
        done, running = await asyncio.wait(
            running, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            if task.exception() is None:
                winner = winner or task.result()
    for task in running:
        task.cancel()
    if running:
        await asyncio.wait(running)
    return winner


async def main():
    mirrors = [
        asyncio.create_task(download("Oslo", 4), name="Oslo"),
        asyncio.create_task(download("Rome", 1, False), name="Rome"),
        asyncio.create_task(download("Lima", 2), name="Lima"),
    ]
    print(await first_good(mirrors) or "no mirror works")


asyncio.run(main())
