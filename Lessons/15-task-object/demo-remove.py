import asyncio


def ring(parcel):
    print("the bell rings")


async def main():
    parcel = asyncio.create_task(asyncio.sleep(1, "signed by Ada"))
    # remove_done_callback(ring) would remove all three, so each is its own.
    first = lambda parcel: ring(parcel)
    parcel.add_done_callback(first)
    parcel.add_done_callback(lambda parcel: ring(parcel))
    parcel.add_done_callback(lambda parcel: ring(parcel))
    print(f"removed: {parcel.remove_done_callback(first)}")
    print(f"removed: {parcel.remove_done_callback(first)}")
    await parcel


asyncio.run(main())
