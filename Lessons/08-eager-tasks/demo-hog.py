import asyncio
import time

started = 0.0


def log(text):
    seconds = asyncio.get_running_loop().time() - started
    print(f"[{seconds:.1f}] {text}")


async def draw(name):
    time.sleep(1)
    log(f"{name} drawn")
    await asyncio.sleep(2)
    log(f"{name} saved")


async def main():
    global started
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    started = loop.time()
    cat = asyncio.create_task(draw("cat"))
    dog = asyncio.create_task(draw("dog"))
    log("both are under way")
    await asyncio.gather(cat, dog)


asyncio.run(main())
