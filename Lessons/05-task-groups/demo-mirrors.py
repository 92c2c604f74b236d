import asyncio


class Found(Exception):
    def __init__(self, answer):
        self.answer = answer


async def ask(mirror, seconds):
    try:
        await asyncio.sleep(seconds)
        raise Found(f"the file from {mirror}")
    finally:
        print(f"{mirror} is closed")


async def first_answer():
    answer = "nothing"
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(ask("Berlin", 5))
            group.create_task(ask("Oslo", 2))
    except* Found as group:
        answer = group.exceptions[0].answer
    return answer


async def main():
    print(await first_answer())


asyncio.run(main())
