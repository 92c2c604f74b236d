import asyncio


class DiskFull(Exception):
    pass


async def back_up():
    print("backup starts")
    await asyncio.sleep(1)
    raise DiskFull()


def handle(loop, report):
    print(f"never read: {report['exception']!r}")


async def main():
    asyncio.get_running_loop().set_exception_handler(handle)
    backup = asyncio.create_task(back_up(), name="backup")
    await asyncio.sleep(5)
    print("main ends well")


asyncio.run(main())
