import asyncio
import threading
import time

# slice: main
stop = threading.Event()


def scan():
    for page in range(1, 11):
        if stop.is_set():
            print("asked to stop")
            return
        time.sleep(1)
        print(f"page {page} is scanned")


async def scan_pages():
    try:
        await asyncio.to_thread(scan)
    except asyncio.CancelledError:
        stop.set()
        raise


async def main():
    scanning = asyncio.create_task(scan_pages(), name="scanning")
    await asyncio.sleep(2.5)
    scanning.cancel()
    await asyncio.wait([scanning])
    print("main ends")


asyncio.run(main())
print("run has returned")
# end
