import asyncio


class Slots:
    def __init__(self, count, careful):
        self.free = count
        self.waiting = []
        self.is_careful = careful

    async def take(self):
        if self.free > 0:
            self.free -= 1
            return
        mine = asyncio.get_running_loop().create_future()
        self.waiting.append(mine)
        try:
            await mine
        except BaseException:
            if self.is_careful and not mine.cancelled():
                self.give_back()
            raise

    def give_back(self):
        while self.waiting:
            future = self.waiting.pop(0)
            if not future.done():
                future.set_result(None)
                return
        self.free += 1


async def fetch(path, slots):
    await slots.take()
    print(f"{path} has a slot")
    slots.give_back()


async def two_fetches(slots):
    await slots.take()
    news = asyncio.create_task(fetch("/news", slots))
    await asyncio.sleep(1)
    sport = asyncio.create_task(fetch("/sport", slots))
    await asyncio.sleep(1)
    slots.give_back()
    news.cancel()
    try:
        async with asyncio.timeout(60):
            await sport
    except TimeoutError:
        print("/sport waits in vain")


async def main():
    await two_fetches(Slots(1, careful=True))
    await two_fetches(Slots(1, careful=False))


asyncio.run(main())
