import asyncio


async def sum_up_to(limit):
    total = 0
    for number in range(1, limit + 1):
        total += number
    return total


async def main():
    try:
        async with asyncio.timeout(0):
            print(f"the sum is {await sum_up_to(1000)}")
        print("in time")
        async with asyncio.timeout(0):
            await asyncio.sleep(1)
            print(f"the sum is {await sum_up_to(1000)}")
        print("in time again")
    except TimeoutError:
        print("too late")


asyncio.run(main())
