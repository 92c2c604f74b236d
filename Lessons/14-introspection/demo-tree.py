import asyncio


def waits_for(task):
    # Python 3.14 has asyncio.print_call_graph; before, this is private.
    waiter = task._fut_waiter
    if isinstance(waiter, asyncio.Task):
        return [waiter]
    return getattr(waiter, "_children", [])


def show(tasks, indent=""):
    for task in tasks:
        print(indent + task.get_name())
        show(waits_for(task), indent + "  ")


async def main():
    asyncio.current_task().set_name("main")

    async def cook(other):
        await other

    async def serve(*others):
        await asyncio.gather(*others)

    def start(work, name):
        return asyncio.create_task(work, name=name)

    shopping = start(asyncio.sleep(8), "shopping")
    oven = start(asyncio.sleep(5), "oven")
    pan = start(cook(shopping), "pan")
    meal = start(serve(oven, pan), "meal")
    radio = start(asyncio.sleep(9), "radio")
    await asyncio.sleep(1)
    everybody = [asyncio.current_task(), shopping, oven, pan, meal, radio]
    awaited = [other for task in everybody for other in waits_for(task)]
    show([task for task in everybody if task not in awaited])


asyncio.run(main())
