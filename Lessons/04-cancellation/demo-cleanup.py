import asyncio


async def edit(letter):
    try:
        await asyncio.sleep(60)
        print(f"{letter} is written")
    except asyncio.CancelledError as cancellation:
        print(f"saves {letter}, because {cancellation.args[0]}")
        await asyncio.sleep(2)
        print(f"{letter} is saved")
        raise


async def main():
    task = asyncio.create_task(edit("the letter"))
    await asyncio.sleep(1)
    task.cancel("the user left")
    try:
        await task
    except asyncio.CancelledError:
        print("the editor has ended")


asyncio.run(main())
