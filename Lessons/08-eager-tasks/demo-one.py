import asyncio


async def greet(name):
    print(f"hello {name}")


async def main():
    loop = asyncio.get_running_loop()
    ada = asyncio.create_task(greet("Ada"))
    ben = asyncio.eager_task_factory(loop, greet("Ben"))
    print("both tasks are made")
    await asyncio.gather(ada, ben)


asyncio.run(main())
