import asyncio


async def alarm():
    print("alarm set")
    try:
        await asyncio.sleep(28_800)
        print("good morning")
    except asyncio.CancelledError:
        print("alarm switched off")
        raise


async def main():
    clock = asyncio.create_task(alarm(), name="clock")
    await asyncio.sleep(2)
    clock.cancel()
    await asyncio.wait([clock])
    print("main ends")


asyncio.run(main())
