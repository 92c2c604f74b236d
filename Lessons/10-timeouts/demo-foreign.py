import asyncio


async def upload():
    try:
        async with asyncio.timeout(5):
            await asyncio.sleep(60)
    except TimeoutError:
        print("upload: too late")
    print("upload: goes on")


async def main():
    task = asyncio.create_task(upload(), name="upload")
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
        print("main: upload returned")
    except TimeoutError:
        print("main: upload was too late")
    except asyncio.CancelledError:
        print("main: upload was cancelled")


asyncio.run(main())
