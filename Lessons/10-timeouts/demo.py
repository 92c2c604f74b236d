import asyncio


async def download():
    print("connects")
    try:
        await asyncio.sleep(60)
        return "page"
    finally:
        print("disconnects")


# slice: main
async def main():
    try:
        async with asyncio.timeout(2):
            page = await download()
        print(f"arrived: {page}")
    except TimeoutError:
        print("too late")
    print("main goes on")


asyncio.run(main())
# end
