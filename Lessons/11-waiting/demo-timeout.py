import asyncio


async def ask(city, seconds):
    await asyncio.sleep(seconds)
    print(f"{city} answers")
    return city


async def main():
    tasks = [
        asyncio.create_task(ask("Oslo", 4), name="Oslo"),
        asyncio.create_task(ask("Rome", 1), name="Rome"),
    ]
    try:
        done, pending = await asyncio.wait(tasks, timeout=2)
        print(f"done: {len(done)}, pending: {len(pending)}")
    except TimeoutError:
        print("too late")
    await asyncio.sleep(5)
    print("main ends")


asyncio.run(main())
