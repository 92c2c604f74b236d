import asyncio


async def connect():
    try:
        await asyncio.sleep(60)
    finally:
        print("connection closed")


async def load():
    try:
        connection = asyncio.create_task(connect(), name="connection")
        await connection
    finally:
        print("page closed")


async def main():
    page = asyncio.create_task(load(), name="page")
    await asyncio.sleep(1)
    page.cancel()
    try:
        await page
    except asyncio.CancelledError:
        print("window closed")


asyncio.run(main())
