import asyncio


async def connect():
    await asyncio.sleep(60)


async def load(connection):
    await connection


async def main():
    connection = asyncio.create_task(connect())
    page = asyncio.create_task(load(connection))
    other = asyncio.create_task(load(connection))
    await asyncio.sleep(1)
    page.cancel()
    try:
        await other
    except asyncio.CancelledError:
        print("the other page is cancelled")
    print(f"requests to it: {other.cancelling()}")


asyncio.run(main())
