import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


async def main():
    # Python's own pool is smaller on a small machine.
    pool = ThreadPoolExecutor(max_workers=32)
    asyncio.get_running_loop().set_default_executor(pool)
    calls = [
        asyncio.create_task(asyncio.to_thread(time.sleep, 2))
        for _ in range(33)
    ]
    await asyncio.sleep(3)
    print(f"{sum(call.done() for call in calls)} are done")
    await asyncio.gather(*calls)
    print(f"{sum(call.done() for call in calls)} are done")


asyncio.run(main())
