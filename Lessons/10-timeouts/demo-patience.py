import asyncio


async def make_report():
    await asyncio.sleep(5)
    return "report"


async def main():
    report = asyncio.create_task(make_report(), name="report")
    bar = "#"
    while True:
        try:
            text = await asyncio.wait_for(asyncio.shield(report), 2)
            print(f"{bar} the {text} is ready")
            break
        except TimeoutError:
            print(f"{bar} please wait")
            bar += "#"


asyncio.run(main())
