import asyncio

website = {"/home": "Welcome", "/news": "Rain at last"}


class PageCache:
    def __init__(self):
        self.downloads = {}

    async def page(self, path):
        if path in self.downloads:
            return await self.downloads[path]
        download = asyncio.create_task(self.fetch(path))
        self.downloads[path] = download
        return await download

    async def fetch(self, path):
        print(f"download of {path}")
        await asyncio.sleep(2)
        return website.get(path, "not found")


async def read(path, reader, cache):
    text = await cache.page(path)
    print(f"{reader} reads: {text}")


async def main():
    cache = PageCache()
    ada = asyncio.create_task(read("/home", "Ada", cache), name="Ada")
    await asyncio.sleep(1)
    ben = asyncio.create_task(read("/home", "Ben", cache), name="Ben")
    await ada
    await ben
    await read("/news", "Cleo", cache)
    await read("/home", "Dan", cache)


asyncio.run(main())
