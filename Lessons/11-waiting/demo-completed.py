import asyncio


class Unreachable(Exception):
    pass


async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    if page == "sport":
        raise Unreachable()
    return page


# slice: main
async def main():
    tasks = [
        asyncio.create_task(fetch("news", 3), name="news"),
        asyncio.create_task(fetch("sport", 1), name="sport"),
        asyncio.create_task(fetch("music", 2), name="music"),
    ]
    for next_page in asyncio.as_completed(tasks):
        try:
            print(f"{await next_page} arrived")
        except Unreachable:
            print("a page is unreachable")
    print("main ends")


asyncio.run(main())
# end
