import asyncio


async def add(last):
    print("adding starts")
    total = 0
    for number in range(1, last + 1):
        total += number
    print("adding ends")
    return total


async def main():
    task = asyncio.create_task(add(1000))
    await asyncio.sleep(0.001)
    print(f"cancel: {task.cancel()}")
    print(f"sum: {await task}")


asyncio.run(main())
