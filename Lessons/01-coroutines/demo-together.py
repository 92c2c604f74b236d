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


# slice: main
async def main():
    global started
    started = asyncio.get_running_loop().time()
    tea = asyncio.create_task(make("tea", 3), name="tea")
    toast = asyncio.create_task(make("toast", 2), name="toast")
    log("both tasks made")
    log(f"served: {await tea} and {await toast}")


asyncio.run(main())
# end
