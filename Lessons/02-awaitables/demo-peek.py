import asyncio


async def upload():
    await asyncio.sleep(2.5)
    return "12 photos"


async def main():
    photos = asyncio.create_task(upload(), name="photos")
    try:
        print(f"result: {photos.result()}")
    except asyncio.InvalidStateError:
        print("no result yet")
    while not photos.done():
        print("uploading")
        await asyncio.sleep(1)
    print(f"result: {photos.result()}")


asyncio.run(main())
