import asyncio
import contextlib
import sys
from dataclasses import dataclass

# The site: what is on the pages, and what is wrong with them.


# slice: site
@dataclass
class Page:
    text: str
    milliseconds: int
    failures: int = 0


class Site:
    def __init__(self):
        self.pages = {
            "/news": Page("sunny", 100),
            "/weather": Page("rain", 200, failures=2),
            "/video": Page("a film", 60_000),
            "/sport": Page("2 to 1", 300),
        }

    async def respond(self, path):
        page = self.pages.get(path)
        if page is None:
            await asyncio.sleep(0.1)
            return Response(404, "")
        failures = page.failures
        page.failures -= 1
        await asyncio.sleep(page.milliseconds / 1000)
        if failures > 0:
            return Response(503, "")
        return Response(200, page.text)
    # end

    def break_pages(self, seed):
        """Other failures, the same ones for the same seed."""
        state = seed
        for path in sorted(self.pages):
            state = state * 6364136223846793005 + 1442695040888963407
            state &= 2**64 - 1
            self.pages[path].failures = (state >> 33) % 4


# slice: network
@dataclass
class Response:
    status: int
    body: str


class SimulatedNetwork:
    def __init__(self, site):
        self.site = site

    async def get(self, path):
        return await self.site.respond(path)

    async def close(self):
        pass
# end


# slice: slots
class Slots:
    """An asyncio.Semaphore that can also be closed."""

    def __init__(self, count):
        self.free = count
        self.waiting = []
        self.is_closed = False

    async def __aenter__(self):
        if self.is_closed:
            raise asyncio.CancelledError("the fetcher stops")
        if self.free > 0:
            self.free -= 1
            return
        mine = asyncio.get_running_loop().create_future()
        self.waiting.append(mine)
        try:
            await mine
        except BaseException:
            # It was ours already, and we shall not use it.
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
# end


# slice: fetch
async def fetch(path, network, slots):
    story = []
    for attempt in range(1, 4):
        try:
            async with slots:
                async with asyncio.timeout(0.8):
                    response = await network.get(path)
            match response.status:
                case 200:
                    return ", ".join([*story, response.body])
                case 503:
                    story.append("503")
                case status:
                    return f"{status}"
        except TimeoutError:
            story.append("too slow")
        except OSError:
            story.append("no connection")
        if attempt < 3:
            await asyncio.sleep(0.1 * attempt)
    return ", ".join([*story, "given up"])
# end


# slice: fetchAll
async def fetch_all(paths, network):
    slots = Slots(2)
    fetches = [
        asyncio.create_task(fetch(path, network, slots), name=path)
        for path in paths
    ]
    together = asyncio.gather(*fetches, return_exceptions=True)
    stop = None
    try:
        await asyncio.shield(together)
    except asyncio.CancelledError as cancellation:
        print("stopping")
        stop = cancellation
        slots.close()
        # Asked again, we wait no longer.
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait(fetches, timeout=0.3)
        for task in fetches:
            task.cancel()
    for path, result in zip(paths, await together):
        if isinstance(result, asyncio.CancelledError):
            print(f"{path}: stopped")
        elif isinstance(result, BaseException):
            print(f"{path}: failed, {result}")
        else:
            print(f"{path}: {result}")
    if stop:
        raise stop
# end


class CountingNetwork:
    def __init__(self, inner):
        self.inner = inner
        self.requests = self.open = self.most = 0

    async def get(self, path):
        self.requests += 1
        self.open += 1
        self.most = max(self.most, self.open)
        try:
            return await self.inner.get(path)
        finally:
            self.open -= 1

    async def close(self):
        await self.inner.close()
        print(f"{self.requests} requests, at most {self.most} at once")
        print(f"open at the end: {self.open}")


# slice: sockets
class SocketNetwork:
    def __init__(self, site):
        self.site = site
        self.visits = set()

    async def start(self):
        self.server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]

    async def serve(self, reader, writer):
        visit = asyncio.current_task()
        self.visits.add(visit)
        try:
            words = (await reader.readuntil(b"\r\n\r\n")).decode().split()
            response = await self.site.respond(words[1])
            head = f"HTTP/1.0 {response.status} -\r\n\r\n"
            writer.write((head + response.body).encode())
            await writer.drain()
        except (OSError, asyncio.CancelledError):
            pass  # The visitor has left, or the server closes.
        finally:
            self.visits.discard(visit)
            writer.close()

    async def get(self, path):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(f"GET {path} HTTP/1.0\r\n\r\n".encode())
            head, _, body = (await reader.read()).decode().partition("\r\n\r\n")
            return Response(int(head.split()[1]), body)
        finally:
            writer.close()

    async def close(self):
        self.server.close()
        left = list(self.visits)
        for visit in left:
            visit.cancel()
        if left:
            await asyncio.wait(left)
        await self.server.wait_closed()
# end


def argument(name):
    """The number behind the name among the arguments."""
    words = sys.argv
    return int(words[words.index(name) + 1]) if name in words else None


# slice: main
PATHS = ["/news", "/weather", "/video", "/old", "/sport"]


async def main():
    site = Site()
    if (seed := argument("--seed")) is not None:
        site.break_pages(seed)
    inner = SimulatedNetwork(site)
    if "--sockets" in sys.argv:
        inner = SocketNetwork(site)
        await inner.start()
    network = CountingNetwork(inner)
    time = argument("--stop-after")
    if time is not None:
        loop = asyncio.get_running_loop()
        loop.call_later(time / 1000, asyncio.current_task().cancel)
    try:
        await fetch_all(PATHS, network)
    finally:
        await network.close()


try:
    asyncio.run(main())
except asyncio.CancelledError:
    print("stopped")
# end
