import asyncio
import time


def log(text):
    print(f"[{time.monotonic() - started:.0f}] {text}")


def work(loop):
    time.sleep(1)
    loop.call_soon(log, "hello")  # the wrong door
    time.sleep(2)


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(work, loop)


started = time.monotonic()
asyncio.run(main())
