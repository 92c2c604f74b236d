import asyncio


async def backup():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("the backup is almost done, and goes on")
    await asyncio.sleep(2)
    return "the backup is complete"


async def main():
    task = asyncio.create_task(backup())
    await asyncio.sleep(1)
    task.cancel()
    task.cancel()
    print(f"requests: {task.cancelling()}")
    print(await task)
    print(f"requests: {task.cancelling()}, cancelled: {task.cancelled()}")


asyncio.run(main())
