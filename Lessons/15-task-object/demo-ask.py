import asyncio


class WrongAddress(Exception):
    pass


async def signed(name):
    return f"signed by {name}"


async def lost():
    raise WrongAddress()


def ask(parcel):
    try:
        error = parcel.exception()
        print(f"{parcel.get_name()}: {'no error' if error is None else 'an error'}")
    except asyncio.CancelledError:
        print(f"{parcel.get_name()}: throws CancelledError")
    except asyncio.InvalidStateError:
        print(f"{parcel.get_name()}: throws InvalidStateError")


async def main():
    parcels = [
        asyncio.create_task(signed("Ada"), name="book"),
        asyncio.create_task(lost(), name="lamp"),
        asyncio.create_task(signed("Ben"), name="sofa"),
    ]
    parcels[2].cancel()
    ask(parcels[0])
    await asyncio.sleep(1)
    for parcel in parcels:
        ask(parcel)


asyncio.run(main())
