import asyncio


class Countdown:
    def __init__(self, start):
        self.start = start

    def __await__(self):
        return self.count().__await__()

    async def count(self):
        for number in range(self.start, 0, -1):
            print(number)
            await asyncio.sleep(1)
        return "liftoff"


async def main():
    countdown = Countdown(2)
    print(await countdown)
    print(await countdown)
    task = asyncio.ensure_future(countdown)
    print(await task)
    print(await task)


asyncio.run(main())
