import asyncio


async def watch():
    seen = set()
    while True:
        await asyncio.sleep(2)
        requests = {
            task
            for task in asyncio.all_tasks()
            if task.get_name().startswith("request")
        }
        for request in sorted(requests & seen, key=asyncio.Task.get_name):
            print(f"{request.get_name()} is slow")
        seen = requests


async def main():
    watching = asyncio.create_task(watch(), name="watch")
    requests = [
        asyncio.create_task(
            asyncio.sleep(seconds), name=f"request of {seconds} s"
        )
        for seconds in [1, 5, 7]
    ]
    await asyncio.gather(*requests)
    print("all are served")


asyncio.run(main())
