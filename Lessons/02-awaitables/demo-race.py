import asyncio


async def download(mirror, seconds, winner):
    await asyncio.sleep(seconds)
    try:
        winner.set_result(mirror)
        print(f"{mirror} is first")
    except asyncio.InvalidStateError:
        print(f"{mirror} is too late")


async def main():
    winner = asyncio.get_running_loop().create_future()
    oslo = asyncio.create_task(download("Oslo", 3, winner), name="Oslo")
    rome = asyncio.create_task(download("Rome", 2, winner), name="Rome")
    print(f"the winner is {await winner}")
    await oslo
    await rome
    print(f"the winner is still {await winner}")


asyncio.run(main())
