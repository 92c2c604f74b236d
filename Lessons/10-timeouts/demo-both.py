import asyncio


async def upload():
    try:
        async with asyncio.timeout(2):
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                print("tidies up")
                await asyncio.sleep(5)
                raise
    except TimeoutError:
        print("upload: too late")
    print("upload: goes on")


async def main():
    task = asyncio.create_task(upload(), name="upload")
    await asyncio.sleep(4)
    task.cancel()
    try:
        await task
        print("main: upload returned")
    except asyncio.CancelledError:
        print("main: upload was cancelled")


asyncio.run(main())
