import asyncio


async def deliver():
    await asyncio.sleep(1)
    print("van: delivered")
    return "signed by Ada"


def mail(parcel):
    print(f"mail: {parcel.result()}")


def ledger(parcel):
    print(f"ledger: {parcel.get_name()} is done")


async def main():
    parcel = asyncio.create_task(deliver(), name="book")
    parcel.add_done_callback(mail)
    parcel.add_done_callback(ledger)
    signature = await parcel
    print(f"main: {signature}")
    parcel.add_done_callback(lambda _: print("archive: filed"))
    print("main: one more callback added")
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
