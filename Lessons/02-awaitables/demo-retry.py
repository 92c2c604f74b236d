import asyncio


class Offline(Exception):
    pass


async def send():
    print("sending")
    await asyncio.sleep(1)
    raise Offline()


async def main():
    mail = asyncio.create_task(send(), name="mail")
    for attempt in range(1, 4):
        try:
            await mail
        except Offline as error:
            print(f"attempt {attempt}: {error!r}")


asyncio.run(main())
