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
    for dish in ["tea", "toast", "egg"]:
        task = asyncio.create_task(make(dish, 2), name=dish)
        await task
    log("main ends")


asyncio.run(main())
# end
