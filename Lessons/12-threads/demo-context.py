import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


# slice: main
def work():
    print(f"thread: {user.get()}")
    user.set("guest")
    print(f"thread: {user.get()}")


async def main():
    user.set("Ada")
    task = asyncio.create_task(asyncio.to_thread(work))
    user.set("Ben")
    await task
    print(f"main: {user.get()}")
    await asyncio.to_thread(work)
    print(f"main: {user.get()}")


asyncio.run(main())
# end
