import asyncio

readers = [("Ada", 1), ("Ben", 6), ("Cleo", 2)]


class ChatRoom:
    def __init__(self):
        self.deliveries = set()

    def post(self, text):
        for reader, seconds in readers:
            delivery = asyncio.create_task(
                self.deliver(text, reader, seconds),
                name=f"{text} to {reader}",
            )
            self.deliveries.add(delivery)
            delivery.add_done_callback(self.deliveries.discard)
        print(f"{text} is posted, {len(self.deliveries)} on the way")

    async def deliver(self, text, reader, seconds):
        await asyncio.sleep(seconds)
        print(f"{reader} reads {text}")

    async def close(self):
        for delivery in list(self.deliveries):
            await delivery
        print("room is closed")


async def main():
    room = ChatRoom()
    room.post("hello")
    await asyncio.sleep(3)
    room.post("bye")
    await room.close()


asyncio.run(main())
