import asyncio


async def quote(shop, seconds):
    await asyncio.sleep(seconds)
    return shop


async def main():
    tasks = [
        asyncio.create_task(quote("A", 7), name="A"),
        asyncio.create_task(quote("B", 2), name="B"),
        asyncio.create_task(quote("C", 4), name="C"),
    ]
    try:
        for answer in asyncio.as_completed(tasks, timeout=3):
            print(f"shop {await answer} has answered")
    except TimeoutError:
        print("no more patience")
    last = await tasks[0]
    print(f"shop {last} has answered after all")


asyncio.run(main())
