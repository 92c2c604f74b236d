import asyncio

started = 0.0


def log(text):
    seconds = asyncio.get_running_loop().time() - started
    print(f"[{seconds:.1f}] {text}")


# slice: limiter
class RateLimiter:
    def __init__(self, one_every):
        self.interval = one_every
        self.next_free = 0.0

    async def pass_(self):
        now = asyncio.get_running_loop().time()
        mine = max(now, self.next_free)
        self.next_free = mine + self.interval
        await asyncio.sleep(mine - now)
# end


async def request(path, limiter):
    await limiter.pass_()
    log(f"asks for {path}")
    await asyncio.sleep(2)
    log(f"has {path}")


async def main():
    global started
    started = asyncio.get_running_loop().time()
    limiter = RateLimiter(one_every=0.5)
    first = [
        asyncio.create_task(request(path, limiter))
        for path in ["/a", "/b", "/c", "/d"]
    ]
    await asyncio.gather(*first)
    await asyncio.sleep(10)
    await request("/e", limiter)


asyncio.run(main())
