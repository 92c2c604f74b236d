import asyncio


async def ask(city, seconds):
    await asyncio.sleep(seconds)
    return city


async def main():
    tasks = [
        asyncio.create_task(ask("Oslo", 2), name="Oslo"),
        asyncio.create_task(ask("Rome", 1), name="Rome"),
        asyncio.create_task(ask("Lima", 9), name="Lima"),
    ]
    await asyncio.sleep(4)
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    print(f"done: {len(done)}, pending: {len(pending)}")


asyncio.run(main())
