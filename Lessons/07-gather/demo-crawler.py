import asyncio

website = {
    "/": ["/news", "/sport", "/about"],
    "/news": ["/rain", "/", "/old"],
    "/sport": ["/cup", "/rain"],
    "/about": [],
    "/rain": ["/news"],
    "/cup": [],
}


class NotFound(Exception):
    pass


async def links_on(page):
    await asyncio.sleep(1)
    if page not in website:
        raise NotFound()
    return website[page]


async def main():
    seen = {"/"}
    level = ["/"]
    while level:
        print(f"reads {level}")
        tasks = [
            asyncio.create_task(links_on(page), name=page)
            for page in level
        ]
        results = await asyncio.gather(*tasks, return_exceptions=True)
        next_level = []
        for page, result in zip(level, results):
            if isinstance(result, BaseException):
                print(f"{page} is a dead link")
            else:
                for link in result:
                    if link not in seen:
                        seen.add(link)
                        next_level.append(link)
        level = next_level
    print(f"{len(seen)} addresses")


asyncio.run(main())
