import asyncio


class Room:
    def __init__(self):
        self.members = {}

    def enter(self, name, staying):
        visitor = asyncio.create_task(self.visit(name, staying))
        self.members[name] = visitor
        visitor.add_done_callback(lambda _: self.members.pop(name))

    async def visit(self, name, seconds):
        print(f"{name} enters")
        if seconds > 0:
            await asyncio.sleep(seconds)
        print(f"{name} leaves")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    room = Room()
    room.enter("Ada", staying=2)
    room.enter("Ben", staying=0)
    await asyncio.sleep(3)
    print(f"still on the list: {sorted(room.members)}")


asyncio.run(main())
