import asyncio


async def save():
    print("saving")
    try:
        await asyncio.sleep(3)
        print("saved")
    except asyncio.CancelledError:
        print("half a file is left")
        raise


# slice: main
async def edit():
    saving = asyncio.create_task(save(), name="saving")
    try:
        await asyncio.shield(saving)
    except asyncio.CancelledError:
        print("editor waits for the file")
        await saving
        raise


async def main():
    editor = asyncio.create_task(edit(), name="editor")
    await asyncio.sleep(1)
    editor.cancel()
    await asyncio.sleep(1)
    editor.cancel()
    await asyncio.wait([editor])
    print("main ends")


asyncio.run(main())
# end
