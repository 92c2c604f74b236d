import asyncio


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    print(f"{page} arrives")
    return page.upper()


async def main():
    async with asyncio.TaskGroup() as group:
        news = group.create_task(fetch("news", 3))
        sport = group.create_task(fetch("sport", 1))
        print("both tasks made")
    print("the group has ended")
    print(news.result(), sport.result())


asyncio.run(main())
