import asyncio


class WrongAddress(Exception):
    pass


async def deliver(seconds, address):
    await asyncio.sleep(seconds)
    if not address:
        raise WrongAddress()
    return f"signed by {address}"


# slice: board
def state(parcel):
    if not parcel.done():
        return "on its way"
    if parcel.cancelled():
        return "called back"
    if parcel.exception() is not None:
        return "lost"
    return parcel.result()
# end


async def main():
    parcels = [
        asyncio.create_task(deliver(3, "Ada"), name="book"),
        asyncio.create_task(deliver(1, ""), name="lamp"),
        asyncio.create_task(deliver(9, "Ben"), name="sofa"),
    ]
    await asyncio.sleep(2)
    parcels[2].cancel()
    for parcel in parcels:
        print(f"{parcel.get_name()}: {state(parcel)}")
    await asyncio.sleep(2)
    for parcel in parcels:
        print(f"{parcel.get_name()}: {state(parcel)}")


asyncio.run(main())
