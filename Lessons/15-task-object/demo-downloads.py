import asyncio


class NoSpace(Exception):
    pass


def log(text):
    seconds = asyncio.get_running_loop().time() - start
    print(f"[{seconds}] {text}")


async def download(file, pauses):
    task = asyncio.current_task()
    for index, pause in enumerate(pauses):
        task.set_name(f"{file} {index}/{len(pauses)}")
        if pause < 0:
            raise NoSpace()
        await asyncio.sleep(pause)
    return len(pauses) * 10


class Downloads:
    def __init__(self):
        self.running = set()
        self.last_names = {}

    def add(self, file, pauses):
        task = asyncio.create_task(download(file, pauses), name=file)
        self.running.add(task)
        task.add_done_callback(self.ended)

    def ended(self, task):
        self.running.discard(task)
        if task.cancelled():
            log(f"{task.get_name()}: stopped")
        elif task.exception() is not None:
            log(f"{task.get_name()}: failed")
        else:
            log(f"{task.get_name()}: {task.result()} MB")

    async def watch(self):
        while self.running:
            names = sorted(task.get_name() for task in self.running)
            log(f"running: {names}")
            await asyncio.sleep(2.5)
            for task in self.running:
                if self.last_names.get(task) == task.get_name():
                    task.cancel()
                self.last_names[task] = task.get_name()


async def main():
    global start
    start = asyncio.get_running_loop().time()
    downloads = Downloads()
    downloads.add("film", [1, 2, 1, 2])
    downloads.add("song", [1, 2])
    downloads.add("book", [2, 60])
    downloads.add("game", [3, 1, -1])
    await downloads.watch()
    log("nothing is left")


asyncio.run(main())
