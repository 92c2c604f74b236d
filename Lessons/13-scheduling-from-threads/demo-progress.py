import asyncio
import time


# slice: main
def show(part):
    print("#" * part + "-" * (4 - part))


def copy(loop):
    for part in range(1, 5):
        time.sleep(1)
        loop.call_soon_threadsafe(show, part)
    return "copied"


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(copy, loop))


asyncio.run(main())
# end
