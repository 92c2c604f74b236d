import asyncio


async def report(city):
    return f"rain in {city}"


async def main():
    city = "Oslo"

    async def look_later():
        return await report(city)

    first = asyncio.create_task(look_later())
    second = asyncio.create_task(report(city))
    city = "Rome"
    print(f"first: {await first}")
    print(f"second: {await second}")


asyncio.run(main())
