import asyncio


async def lamp():
    print("lamp on")
    try:
        await asyncio.sleep(60)
        print("a minute has passed")
    finally:
        print("lamp off")


async def main():
    task = asyncio.create_task(lamp(), name="lamp")
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
print("run has returned")
