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


async def request(limiter):
    await limiter.pass_()
    log("asks the server")
    await asyncio.sleep(2)
    log("has an answer")


async def main():
    global started
    started = asyncio.get_running_loop().time()
    limiter = RateLimiter(one_every=0.5)
    users = [asyncio.create_task(request(limiter)) for _ in range(4)]
    await asyncio.gather(*users)
    await asyncio.sleep(10)
    await request(limiter)


asyncio.run(main())
