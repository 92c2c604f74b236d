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
    request = None
    while not saving.done():
        try:
            await asyncio.shield(saving)
        except asyncio.CancelledError as cancellation:
            print("editor waits for the file")
            request = cancellation
    if request:
        raise request


async def main():
    editor = asyncio.create_task(edit(), name="editor")
    await asyncio.sleep(1)
    editor.cancel()
    await asyncio.sleep(1)
    editor.cancel()
    await asyncio.wait([editor])
    print(f"editor cancelled: {editor.cancelled()}")


asyncio.run(main())
# end
