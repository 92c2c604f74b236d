import asyncio

PATHS = ["/news", "/weather", "/sport"]


async def get(path):
    await asyncio.sleep(1)
    return path


async def inside(path, slots):
    async with slots:
        async with asyncio.timeout(1.5):
            return await get(path)


async def outside(path, slots):
    async with asyncio.timeout(1.5):
        async with slots:
            return await get(path)


async def report(name, fetch):
    slots = asyncio.Semaphore(1)
    results = await asyncio.gather(
        *(fetch(path, slots) for path in PATHS), return_exceptions=True
    )
    good = [result for result in results if isinstance(result, str)]
    print(f"{name}: {len(good)} of {len(results)}")


async def main():
    await report("inside", inside)
    await report("outside", outside)


asyncio.run(main())
