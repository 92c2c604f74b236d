import asyncio

started = 0.0


def log(text):
    seconds = asyncio.get_running_loop().time() - started
    print(f"[{seconds:.1f}] {text}")


async def measure():
    log("measures")
    await asyncio.sleep(0.5)


# slice: main
async def main():
    global started
    loop = asyncio.get_running_loop()
    started = loop.time()
    following = loop.time()
    for _ in range(4):
        await measure()
        following += 2
        await asyncio.sleep(following - loop.time())
    log("main ends")


asyncio.run(main())
# end
