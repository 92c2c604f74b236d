import asyncio


class PrinterJam(Exception):
    pass


async def deliver():
    await asyncio.sleep(1)
    return "signed by Ada"


def handle(loop, report):
    if isinstance(report["exception"], PrinterJam):
        print("handler: the printer jams")


def receipt(parcel):
    raise PrinterJam()


def ledger(parcel):
    print(f"ledger: {parcel.result()}")


async def main():
    asyncio.get_running_loop().set_exception_handler(handle)
    parcel = asyncio.create_task(deliver())
    parcel.add_done_callback(receipt)
    parcel.add_done_callback(ledger)
    print(f"main: {await parcel}")


asyncio.run(main())
