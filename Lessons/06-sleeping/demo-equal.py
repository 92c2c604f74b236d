import asyncio


async def ring(name, after):
    await asyncio.sleep(after)
    print(f"{name} rings")


async def main():
    phone = asyncio.create_task(ring("phone", after=3), name="phone")
    await asyncio.sleep(1)
    clock = asyncio.create_task(ring("clock", after=2), name="clock")
    bell = asyncio.create_task(ring("bell", after=1), name="bell")
    await asyncio.gather(phone, clock, bell)


asyncio.run(main())
