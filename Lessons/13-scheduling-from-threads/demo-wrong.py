import asyncio


# slice: main
async def greet():
    return "hello"


def work(loop):
    coroutine = greet()
    try:
        asyncio.create_task(coroutine)
        print("task: made")
    except RuntimeError:
        print("no loop runs in this thread")
        coroutine.close()
    answer = asyncio.run_coroutine_threadsafe(greet(), loop)
    print(f"answer: {answer.result()}")


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(work, loop)


asyncio.run(main())
# end
