import asyncio


async def step(name):
    print(name)


async def work():
    await step("task: one")
    await step("task: two")
    await asyncio.sleep(0)
    await step("task: three")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(work())
    print("main: made")
    await step("main: goes on")
    await task
    print("main: ends")


asyncio.run(main())
