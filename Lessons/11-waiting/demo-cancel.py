import asyncio


async def upload(file, seconds):
    await asyncio.sleep(seconds)
    print(f"{file} is uploaded")


async def watch(uploads):
    await asyncio.wait(uploads)
    print("watcher has seen both")


async def main():
    uploads = [
        asyncio.create_task(upload("one", 2), name="one"),
        asyncio.create_task(upload("two", 3), name="two"),
    ]
    watcher = asyncio.create_task(watch(uploads), name="watcher")
    await asyncio.sleep(1)
    watcher.cancel()
    await asyncio.sleep(4)
    print(f"watcher cancelled: {watcher.cancelled()}")


asyncio.run(main())
