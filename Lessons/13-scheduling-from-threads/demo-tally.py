import asyncio


class Tally:
    def __init__(self):
        self.votes = 0

    def add(self):
        self.votes += 1


def count(tally, loop):
    for _ in range(100):
        loop.call_soon_threadsafe(tally.add)


async def main():
    loop = asyncio.get_running_loop()
    tally = Tally()
    await asyncio.gather(
        asyncio.to_thread(count, tally, loop),
        asyncio.to_thread(count, tally, loop),
        asyncio.to_thread(count, tally, loop),
    )
    print(f"{tally.votes} votes")


asyncio.run(main())
