import asyncio


class Lost(Exception):
    def __init__(self, parcel):
        self.parcel = parcel


async def deliver(parcel, seconds):
    await asyncio.sleep(seconds)
    raise Lost(parcel)


def handle(loop, report):
    print(f"nobody asked about the {report['exception'].parcel}")


async def main():
    asyncio.get_running_loop().set_exception_handler(handle)
    book = asyncio.create_task(deliver("book", 1))
    lamp = asyncio.create_task(deliver("lamp", 2))
    sofa = asyncio.create_task(deliver("sofa", 3))
    mug = asyncio.create_task(deliver("mug", 4))
    await asyncio.wait([book, lamp, sofa, mug])
    try:
        await book
    except Lost:
        print("the book is lost")
    if lamp.exception() is not None:
        print("the lamp is lost")
    if sofa.done():
        print("the sofa is done")
    print("main ends")


asyncio.run(main())
