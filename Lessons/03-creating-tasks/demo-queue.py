import asyncio


async def work(name):
    print(f"{name} starts")


async def lead():
    print("lead starts")
    asyncio.create_task(work("helper"))
    print("lead ends")


async def main():
    asyncio.create_task(lead())
    asyncio.create_task(work("clerk"))
    print("main waits")
    await asyncio.sleep(1)


asyncio.run(main())
