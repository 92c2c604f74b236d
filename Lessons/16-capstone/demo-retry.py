import asyncio


class Unavailable(Exception):
    pass


class Network:
    def __init__(self):
        self.failures = {"/weather": 2}

    async def get(self, path):
        await asyncio.sleep(1)
        left = self.failures.get(path, 0)
        self.failures[path] = left - 1
        if left > 0:
            raise Unavailable()
        return f"text of {path}"


# slice: main
async def fetch(path, network, slots):
    pause = 1
    for attempt in range(1, 4):
        try:
            async with slots:
                print(f"{path}: try {attempt}")
                return await network.get(path)
        except Unavailable:
            if attempt == 3:
                raise
            await asyncio.sleep(pause)
            pause *= 2


async def main():
    network = Network()
    slots = asyncio.Semaphore(1)
    weather = asyncio.create_task(fetch("/weather", network, slots))
    await asyncio.sleep(0.5)
    sport = asyncio.create_task(fetch("/sport", network, slots))
    print(await asyncio.gather(weather, sport))
# end


asyncio.run(main())
