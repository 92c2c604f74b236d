import asyncio


async def fan(name, seconds, doors):
    await asyncio.sleep(seconds)
    print(f"{name} joins the queue")
    print(f"{name} hears: {await doors}")


async def main():
    doors = asyncio.get_running_loop().create_future()
    ada = asyncio.create_task(fan("Ada", 3, doors))
    ben = asyncio.create_task(fan("Ben", 1, doors))
    cleo = asyncio.create_task(fan("Cleo", 2, doors))
    await asyncio.sleep(4)
    doors.set_result("come in")
    await ada
    await ben
    await cleo


asyncio.run(main())
