import asyncio


async def download(file):
    print(f"{file} begins")
    try:
        await asyncio.sleep(60)
        print(f"{file} is complete")
    finally:
        print(f"{file} is closed")


async def main():
    task = asyncio.create_task(download("film"))
    await asyncio.sleep(1)
    task.cancel()
    print(f"cancelled at once: {task.cancelled()}")
    try:
        await task
    except asyncio.CancelledError:
        print("main catches a CancelledError")
    print(f"cancelled now: {task.cancelled()}")


asyncio.run(main())
