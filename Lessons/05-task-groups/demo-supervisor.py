import asyncio


class Crash(Exception):
    pass


class GivenUp(Exception):
    pass


async def keep_alive(name, restarts, work):
    for attempt in range(restarts + 1):
        if attempt > 0:
            print(f"{name} starts again")
        try:
            return await work()
        except Crash:
            print(f"{name} has crashed")
            await asyncio.sleep(1)
    raise GivenUp()


async def send_mail():
    await asyncio.sleep(3)
    raise Crash()


async def serve_web():
    try:
        await asyncio.sleep(3600)
    finally:
        print("web closes its port")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(keep_alive("web", 2, serve_web), name="web")
            group.create_task(keep_alive("mail", 2, send_mail), name="mail")
    except ExceptionGroup as group:
        print(f"the machine stops: {len(group.exceptions)} gave up")


asyncio.run(main())
