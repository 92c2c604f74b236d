import asyncio


async def step(name):
    print(name)


async def main():
    task = asyncio.create_task(step("task"))
    await step("one")
    await step("two")
    print("main waits")
    await task
    print("main ends")


asyncio.run(main())
