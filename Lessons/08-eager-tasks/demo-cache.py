import asyncio

cache = {"/home": "welcome", "/help": "ask a friend"}


async def page(path):
    if path in cache:
        return cache[path]
    print(f"download of {path}")
    await asyncio.sleep(2)
    return f"the text of {path}"


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    tasks = [
        asyncio.create_task(page(path))
        for path in ["/home", "/news", "/help"]
    ]
    for task in tasks:
        print(f"done: {task.done()}")
    for text in await asyncio.gather(*tasks):
        print(text)


asyncio.run(main())
