import asyncio


async def main():
    try:
        async with asyncio.timeout(2):
            try:
                await asyncio.sleep(60)
            except TimeoutError:
                print("inside: TimeoutError")
            except asyncio.CancelledError:
                print("inside: CancelledError")
                raise
        print("the block has ended")
    except TimeoutError:
        print("outside: TimeoutError")


asyncio.run(main())
