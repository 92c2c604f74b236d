import asyncio
import contextlib


class Slots:
    def __init__(self, count):
        self.free = count
        self.waiting = []
        self.is_closed = False

    async def __aenter__(self):
        if self.is_closed:
            raise asyncio.CancelledError()
        if self.free > 0:
            self.free -= 1
            return
        mine = asyncio.get_running_loop().create_future()
        self.waiting.append(mine)
        try:
            await mine
        except BaseException:
            if not mine.cancelled():
                self.give_back()
            raise

    async def __aexit__(self, *error):
        self.give_back()

    def give_back(self):
        while self.waiting:
            future = self.waiting.pop(0)
            if not future.done():
                future.set_result(None)
                return
        self.free += 1

    def close(self):
        self.is_closed = True
        for future in self.waiting:
            future.cancel()


async def fetch(path, seconds, slots):
    async with slots:
        print(f"{path} begins")
        try:
            await asyncio.sleep(seconds)
            print(f"{path} is there")
        finally:
            print(f"{path} is closed")


# slice: main
async def fetch_all(fetches, slots):
    try:
        await asyncio.wait(fetches)
    except asyncio.CancelledError:
        print("main is to stop")
        slots.close()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait(fetches, timeout=2)
        for task in fetches:
            task.cancel()
        await asyncio.wait(fetches)
        raise
# end


async def main():
    slots = Slots(2)
    pages = [("/news", 3), ("/video", 9), ("/sport", 1), ("/old", 1)]
    loop = asyncio.get_running_loop()
    loop.call_later(2, asyncio.current_task().cancel)
    fetches = []
    for path, seconds in pages:
        fetches.append(
            asyncio.create_task(fetch(path, seconds, slots), name=path)
        )
        await asyncio.sleep(0.1)
    await fetch_all(fetches, slots)


try:
    asyncio.run(main())
except asyncio.CancelledError:
    print("stopped")
