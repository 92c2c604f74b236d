import asyncio


# slice: main
def log(text):
    try:
        task = asyncio.current_task()
    except RuntimeError:
        task = None  # no loop runs here
    print(f"{task.get_name() if task else 'nobody'}: {text}")


async def step():
    log("a step")


async def work():
    log("begins")
    await step()
    await asyncio.sleep(1)
    log("ends")


async def main():
    log("begins")
    task = asyncio.create_task(work(), name="worker")
    await step()
    asyncio.get_running_loop().call_later(0.5, log, "a call")
    await task
    log("ends")


asyncio.run(main())
log("the end")
# end
