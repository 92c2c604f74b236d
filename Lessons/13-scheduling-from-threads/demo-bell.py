import asyncio
import threading
import time


def watch_door(loop, ring):
    def watch():
        time.sleep(0.2)
        loop.call_soon_threadsafe(ring.set_result, "the front door")

    threading.Thread(target=watch).start()


async def main():
    loop = asyncio.get_running_loop()
    ring = loop.create_future()
    watch_door(loop, ring)
    print("waiting for the bell")
    print(f"somebody is at {await ring}")


asyncio.run(main())
