import asyncio

started = 0.0


def log(text):
    seconds = asyncio.get_running_loop().time() - started
    print(f"[{seconds:.1f}] {text}")


async def make(dish, seconds):
    log(f"{dish} begun")
    await asyncio.sleep(seconds)
    log(f"{dish} ready")
    return dish


async def main():
    global started
    started = asyncio.get_running_loop().time()
    tea = await make("tea", 3)
    toast = await make("toast", 2)
    log(f"served: {tea} and {toast}")


asyncio.run(main())
