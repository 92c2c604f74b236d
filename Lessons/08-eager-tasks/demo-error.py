import asyncio


class NotFound(Exception):
    pass


async def open_(path):
    print(f"opening {path}")
    raise NotFound()


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        file = asyncio.create_task(open_("/old"))
        print(f"task made, done: {file.done()}")
        print(await file)
    except NotFound:
        print("not found")


asyncio.run(main())
