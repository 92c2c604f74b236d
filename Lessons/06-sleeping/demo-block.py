import asyncio
import time

started = 0.0


def log(text):
    seconds = asyncio.get_running_loop().time() - started
    print(f"[{seconds:.1f}] {text}")


# slice: main
async def tick():
    for _ in range(3):
        await asyncio.sleep(1)
        log("tick")


async def thumbnail():
    await asyncio.sleep(0.5)
    log("drawing")
    time.sleep(4)
    log("drawn")


async def main():
    global started
    started = asyncio.get_running_loop().time()
    await asyncio.gather(tick(), thumbnail())
    log("main ends")


asyncio.run(main())
# end
