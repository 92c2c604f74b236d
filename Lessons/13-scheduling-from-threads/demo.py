import asyncio


# slice: main
async def look_up(word):
    print(f"looking up {word}")
    await asyncio.sleep(2)
    return f"{word} is a noun"


def write(loop):
    print("writer begins")
    answer = asyncio.run_coroutine_threadsafe(look_up("thread"), loop)
    text = answer.result()
    print(f"writer has: {text}")


async def heartbeat():
    await asyncio.sleep(1)
    print("beat")


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(heartbeat(), asyncio.to_thread(write, loop))
    print("main ends")


asyncio.run(main())
# end
