import asyncio


class WrongAddress(Exception):
    pass


async def ring(address):
    await asyncio.sleep(1)
    if not address:
        raise WrongAddress()


async def deliver(address):
    await ring(address)


def show(parcel):
    functions = [frame.f_code.co_name for frame in parcel.get_stack()]
    print(f"{parcel.get_name()}: {functions}")


async def main():
    parcels = [
        asyncio.create_task(deliver("Ada"), name="book"),
        asyncio.create_task(deliver(""), name="lamp"),
    ]
    await asyncio.sleep(0.5)
    for parcel in parcels:
        show(parcel)
    await asyncio.wait(parcels)
    for parcel in parcels:
        show(parcel)
    parcels[1].exception()


asyncio.run(main())
