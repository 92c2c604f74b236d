import asyncio

incoming = [(3, "4 to 2"), (1, "noon"), (2, "rain")]


class Connection:
    def __init__(self):
        self.replies = {}
        self.sent = 0

    def send(self, question):
        self.sent += 1
        print(f"question {self.sent} goes out: {question}")
        reply = asyncio.get_running_loop().create_future()
        self.replies[self.sent] = reply
        return reply

    async def listen(self):
        for number, text in incoming:
            await asyncio.sleep(1)
            print(f"reply {number} comes in")
            self.replies.pop(number).set_result(text)


async def main():
    connection = Connection()
    listener = asyncio.create_task(connection.listen(), name="listener")
    time = connection.send("time")
    weather = connection.send("weather")
    score = connection.send("score")
    print(f"time: {await time}")
    print(f"weather: {await weather}")
    print(f"score: {await score}")


asyncio.run(main())
