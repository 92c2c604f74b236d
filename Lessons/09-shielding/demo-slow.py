import asyncio


async def search(words):
    await asyncio.sleep(5)
    return f"3 pages on {words}"


# slice: main
async def main():
    results = asyncio.create_task(search("shields"), name="search")
    try:
        soon = await asyncio.wait_for(
            asyncio.shield(results),
            timeout=2,
        )
        print(f"found {soon}")
    except TimeoutError:
        print("this takes longer than usual")
        print(f"found {await results}")


asyncio.run(main())
# end
