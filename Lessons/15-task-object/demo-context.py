import asyncio
import contextvars

clerk = contextvars.ContextVar("clerk", default="nobody")


async def deliver():
    print(f"van: sent by {clerk.get()}")
    clerk.set("the driver")
    await asyncio.sleep(1)


async def main():
    label = "book"
    clerk.set("Ada")
    parcel = asyncio.create_task(deliver(), name=label)
    label = "lamp"
    clerk.set("Ben")
    parcel.add_done_callback(lambda _: print(f"plain: {clerk.get()}"))
    parcel.add_done_callback(
        lambda _: print(f"task's: {clerk.get()}"),
        context=parcel.get_context(),
    )
    clerk.set("Cleo")
    print(f"name: {parcel.get_name()}, next: {label}")
    await parcel
    print(f"main: {clerk.get()}")
    print(f"looked up: {parcel.get_context()[clerk]}")


asyncio.run(main())
