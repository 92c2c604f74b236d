import asyncio


async def name():
    await asyncio.sleep(2)
    return "Ada"


async def age():
    await asyncio.sleep(1)
    return 36


async def main():
    person, years = await asyncio.gather(name(), age())
    print(f"{person} is {years}")


asyncio.run(main())
