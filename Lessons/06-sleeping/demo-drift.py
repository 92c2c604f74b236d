import asyncio

started = 0.0


def log(text):
    seconds = asyncio.get_running_loop().time() - started
    print(f"[{seconds:.1f}] {text}")


async def measure():
    log("measures")
    await asyncio.sleep(0.5)


async def main():
    global started
    started = asyncio.get_running_loop().time()
    for _ in range(4):
        await measure()
        await asyncio.sleep(2)
    log("main ends")


asyncio.run(main())
