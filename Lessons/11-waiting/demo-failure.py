import asyncio


class Broken(Exception):
    pass


async def step(name, seconds):
    await asyncio.sleep(seconds)
    if name == "check":
        raise Broken()


async def main():
    tasks = [
        asyncio.create_task(step("copy", 60), name="copy"),
        asyncio.create_task(step("check", 3), name="check"),
        asyncio.create_task(step("pack", 5), name="pack"),
    ]
    asyncio.get_running_loop().call_later(1, tasks[0].cancel)
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_EXCEPTION
    )
    for task in tasks:
        if task in done:
            print(f"done: {task.get_name()}")
    for task in tasks:
        if task in pending:
            print(f"pending: {task.get_name()}")


asyncio.run(main())
