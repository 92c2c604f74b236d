import asyncio


async def who_am_i():
    return asyncio.current_task().get_name()


async def main():
    first = asyncio.create_task(who_am_i())
    second = asyncio.create_task(who_am_i(), name="backup")
    third = asyncio.create_task(who_am_i())
    print(await who_am_i())
    print(await third)
    print(await second)
    print(await first)


asyncio.run(main())
