import asyncio

conversation = [
    (2, "hello"),
    (2, "anybody here?"),
    (1, "well, then"),
    (9, "bye"),
]

started = 0.0


def now():
    return asyncio.get_running_loop().time()


def log(text):
    print(f"[{now() - started:.1f}] {text}")


async def main():
    global started
    started = now()
    try:
        async with asyncio.timeout(3) as idle:
            for pause, text in conversation:
                await asyncio.sleep(pause)
                log(f"Ada: {text}")
                idle.reschedule(now() + 3)
        log("Ada has left")
    except TimeoutError:
        log("closed: nothing said for 3 s")


asyncio.run(main())
