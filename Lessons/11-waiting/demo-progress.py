import asyncio


async def upload(photo, seconds):
    await asyncio.sleep(seconds)
    return photo


async def main():
    photos = [("sea", 4), ("cat", 1), ("cake", 3), ("snow", 2)]
    tasks = [
        asyncio.create_task(upload(photo, seconds), name=photo)
        for photo, seconds in photos
    ]
    count = 0
    for next_photo in asyncio.as_completed(tasks):
        photo = await next_photo
        count += 1
        bar = "#" * count
        rest = "-" * (len(tasks) - count)
        print(f"[{bar}{rest}] {photo}")


asyncio.run(main())
