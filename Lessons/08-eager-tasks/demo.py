import asyncio


async def greet(name, staying):
    print(f"hello {name}")
    await asyncio.sleep(staying)
    print(f"goodbye {name}")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    ada = asyncio.create_task(greet("Ada", staying=1))
    print("Ada's task is made")
    ben = asyncio.create_task(greet("Ben", staying=2))
    print("Ben's task is made")
    await asyncio.gather(ada, ben)


asyncio.run(main())
