import asyncio


async def ask(city, seconds):
    await asyncio.sleep(seconds)
    print(f"{city} answers")
    return city


# slice: main
async def main():
    tasks = [
        asyncio.create_task(ask("Oslo", 3), name="Oslo"),
        asyncio.create_task(ask("Rome", 1), name="Rome"),
        asyncio.create_task(ask("Lima", 2), name="Lima"),
    ]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    print(f"done: {len(done)}, pending: {len(pending)}")
    await asyncio.sleep(5)
    print("main ends")


asyncio.run(main())
# end
