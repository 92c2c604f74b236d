import asyncio


# slice: main
async def look_up():
    print("looking up")
    return "a noun"


async def main():
    loop = asyncio.get_running_loop()
    answer = asyncio.run_coroutine_threadsafe(look_up(), loop)
    try:
        # Without the limit it really waits for ever.
        print(answer.result(timeout=1))
    except TimeoutError:
        print("that would wait for ever")
    await asyncio.sleep(1)
    print(f"done: {answer.done()}")


asyncio.run(main())
# end
