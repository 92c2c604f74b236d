import asyncio


async def deliver():
    print("van: leaves")
    try:
        await asyncio.sleep(5)
        print("van: delivered")
    except asyncio.CancelledError:
        requests = asyncio.current_task().cancelling()
        print(f"van: turns back, requests: {requests}")
        raise


async def main():
    early = asyncio.create_task(deliver(), name="early")
    early.cancel()
    print(f"early: {early.uncancel()} requests left")
    await early

    late = asyncio.create_task(deliver(), name="late")
    await asyncio.sleep(1)
    late.cancel()
    print(f"late: {late.uncancel()} requests left")
    await asyncio.wait([late])
    print(f"late cancelled: {late.cancelled()}")


asyncio.run(main())
