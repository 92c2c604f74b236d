import asyncio

SECONDS = {"/news": 3, "/weather": 1, "/video": 1, "/old": 2, "/sport": 1}
PATHS = ["/news", "/weather", "/video", "/old", "/sport"]


class Network:
    def __init__(self):
        self.open = 0
        self.most = 0

    async def get(self, path):
        self.open += 1
        self.most = max(self.most, self.open)
        try:
            await asyncio.sleep(SECONDS[path])
            return f"text of {path}"
        finally:
            self.open -= 1


# slice: main
async def fetch(path, network, slots):
    async with slots:
        return await network.get(path)


async def main():
    network = Network()
    slots = asyncio.Semaphore(2)
    texts = await asyncio.gather(
        *(fetch(path, network, slots) for path in PATHS)
    )
    print(f"{len(texts)} pages, at most {network.most} at once")
# end


asyncio.run(main())
