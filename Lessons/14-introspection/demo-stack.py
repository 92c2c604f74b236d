import asyncio


class Torn(Exception):
    pass


async def turnPage():
    await asyncio.sleep(1)
    raise Torn()


async def read():
    await turnPage()


def place(task):
    frames = [f"{frame.f_code.co_name}()" for frame in task.get_stack()]
    return ", ".join(frames) or "nowhere"


async def main():
    reader = asyncio.create_task(read(), name="reader")
    sleeper = asyncio.create_task(asyncio.sleep(1), name="sleeper")
    await asyncio.sleep(0.5)
    print(f"reader waits in {place(reader)}")
    await asyncio.wait([reader, sleeper])
    print(f"reader failed in {place(reader)}")
    print(f"sleeper is {place(sleeper)}")
    reader.exception()


asyncio.run(main())
