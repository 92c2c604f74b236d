import asyncio


async def get(path):
    await asyncio.sleep(2)
    return f"text of {path}"


# slice: main
async def fetch(path):
    for attempt in range(1, 4):
        print(f"try {attempt}")
        try:
            return await get(path)
        except BaseException:
            print(f"try {attempt} failed")
    return "nothing"


async def main():
    task = asyncio.create_task(fetch("/news"))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    if task.cancelled():
        print("the fetch was cancelled")
    else:
        print(f"the fetch returned the {task.result()}")
# end


asyncio.run(main())
