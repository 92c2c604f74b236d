import asyncio


# slice: cache
class PageCache:
    def __init__(self):
        self.downloads = {}

    async def page(self, path):
        if path not in self.downloads:
            self.downloads[path] = asyncio.create_task(
                self.fetch(path), name=path
            )
        return await asyncio.shield(self.downloads[path])

    async def fetch(self, path):
        print(f"download of {path}")
        await asyncio.sleep(3)
        return f"the text of {path}"
# end


async def read(path, name, cache):
    try:
        print(f"{name} reads {await cache.page(path)}")
    except asyncio.CancelledError:
        print(f"{name} gets nothing")


async def main():
    cache = PageCache()
    ada = asyncio.create_task(read("/home", "Ada", cache), name="Ada")
    await asyncio.sleep(1)
    ben = asyncio.create_task(read("/home", "Ben", cache), name="Ben")
    await asyncio.sleep(1)
    ada.cancel()
    await ben
    await read("/home", "Cleo", cache)


asyncio.run(main())
