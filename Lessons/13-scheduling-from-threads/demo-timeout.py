import asyncio


# slice: main
async def report():
    await asyncio.sleep(3)
    print("report is written")
    return "all is well"


def read(loop):
    answer = asyncio.run_coroutine_threadsafe(report(), loop)
    try:
        print(answer.result(timeout=1))
    except TimeoutError:
        print("no report yet")


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(read, loop)
    await asyncio.sleep(4)
    print("main ends")


asyncio.run(main())
# end
