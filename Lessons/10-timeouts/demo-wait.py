import asyncio


async def download():
    try:
        await asyncio.sleep(60)
        return "page"
    except asyncio.CancelledError:
        print("tidies up")
        await asyncio.sleep(3)
        print("is tidy")
        raise


async def main():
    task = asyncio.create_task(download(), name="download")
    try:
        page = await asyncio.wait_for(task, 2)
        print(f"arrived: {page}")
    except TimeoutError:
        print(f"too late, cancelled: {task.cancelled()}")


asyncio.run(main())
