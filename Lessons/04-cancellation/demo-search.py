import asyncio


class SearchBox:
    def __init__(self):
        self.search = None

    def enter(self, text):
        if self.search is not None:
            self.search.cancel()
        self.search = asyncio.create_task(self.find(text), name=text)

    async def results(self):
        await self.search

    async def find(self, text):
        await asyncio.sleep(1)
        print(f"asks the server for {text}")
        await asyncio.sleep(3)
        print(f"shows what it found for {text}")


async def main():
    box = SearchBox()
    box.enter("c")
    await asyncio.sleep(0.5)
    box.enter("ca")
    await asyncio.sleep(0.5)
    box.enter("cat")
    await asyncio.sleep(2)
    box.enter("cats")
    await box.results()


asyncio.run(main())
