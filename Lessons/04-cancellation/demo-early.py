import asyncio


async def send(letter):
    print(f"{letter} is sent")


async def main():
    task = asyncio.create_task(send("the letter"))
    print(f"cancel: {task.cancel()}")
    try:
        await task
        print("the task has returned")
    except asyncio.CancelledError:
        print("the task was cancelled")


asyncio.run(main())
