import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


def log(text):
    print(f"{user.get()}: {text}")


async def order():
    log("an order")
    user.set("guest")
    log("paid")


async def main():
    user.set("Ada")
    task = asyncio.create_task(order())
    user.set("Ben")
    await task
    log("back in main")
    await order()
    log("the end")


asyncio.run(main())
