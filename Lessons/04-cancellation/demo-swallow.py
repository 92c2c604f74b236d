import asyncio


class NoAnswer(Exception):
    pass


async def ask(server):
    await asyncio.sleep(2)
    raise NoAnswer()


async def retry():
    for attempt in range(1, 4):
        try:
            return await ask("example.org")
        except BaseException:
            print(f"attempt {attempt} failed")
    return "gave up"


async def main():
    task = asyncio.create_task(retry())
    await asyncio.sleep(3)
    task.cancel()
    print("asked to stop")
    print(await task)
    print(f"cancelled: {task.cancelled()}")


asyncio.run(main())
