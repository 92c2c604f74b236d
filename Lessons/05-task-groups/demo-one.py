import asyncio


async def play(song, seconds):
    await asyncio.sleep(seconds)
    print(f"{song} has been played")


async def main():
    async with asyncio.TaskGroup() as group:
        waltz = group.create_task(play("waltz", 5), name="waltz")
        group.create_task(play("tango", 3), name="tango")
        await asyncio.sleep(1)
        waltz.cancel()
    print("the group has ended")


asyncio.run(main())
