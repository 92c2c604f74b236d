import asyncio


async def save():
    print("saving")
    try:
        await asyncio.sleep(3)
        print("saved")
    except asyncio.CancelledError:
        print("half a file is left")
        raise


async def main():
    async def edit():
        await asyncio.shield(save())

    editor = asyncio.create_task(edit(), name="editor")
    await asyncio.sleep(1)
    editor.cancel()
    print("main ends")


asyncio.run(main())
print("run has returned")
