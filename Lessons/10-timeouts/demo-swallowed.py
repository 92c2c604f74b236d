import asyncio


async def measure():
    try:
        await asyncio.sleep(60)
        return 21
    except asyncio.CancelledError:
        return 0


async def main():
    try:
        async with asyncio.timeout(2) as limit:
            print(f"measured: {await measure()}")
            await asyncio.sleep(3)
            print(f"saved, expired: {limit.expired()}")
        print("all is well")
    except TimeoutError:
        print("too late")


asyncio.run(main())
