import asyncio


async def upload(photo, seconds):
    await asyncio.sleep(seconds)
    print(f"{photo} is up")


async def main():
    beach = asyncio.create_task(upload("beach", 3), name="beach")
    await beach
    sunset = asyncio.create_task(upload("sunset", 4), name="sunset")
    party = asyncio.create_task(upload("party", 2), name="party")
    await sunset
    await party


asyncio.run(main())
