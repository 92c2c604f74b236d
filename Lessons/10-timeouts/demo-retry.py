import asyncio


async def fetch():
    await asyncio.sleep(60)
    return "page"


async def fetch_with_retries():
    attempt = 1
    while True:
        print(f"try {attempt}")
        try:
            async with asyncio.timeout(2):
                return await fetch()
        except TimeoutError:
            print(f"try {attempt} is too slow")
            attempt += 1


async def main():
    try:
        async with asyncio.timeout(5):
            page = await fetch_with_retries()
        print(f"arrived: {page}")
    except TimeoutError:
        print("gives up")


asyncio.run(main())
