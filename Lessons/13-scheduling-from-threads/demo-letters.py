import asyncio

facts = {"name": "Ada", "thing": "bicycle", "day": "Friday"}


async def look_up(key):
    await asyncio.sleep(1)
    return facts.get(key, "?")


def render(letter, value):
    parts = letter.split("|")
    return "".join(
        value(part) if index % 2 == 1 else part
        for index, part in enumerate(parts)
    )


async def main():
    loop = asyncio.get_running_loop()

    def value(key):
        answer = asyncio.run_coroutine_threadsafe(look_up(key), loop)
        return answer.result()

    letters = [
        "Dear |name|, your |thing| is ready.",
        "We open on |day| at nine, and your |gift| is here.",
    ]
    texts = await asyncio.gather(
        *[
            asyncio.create_task(asyncio.to_thread(render, letter, value))
            for letter in letters
        ]
    )
    for text in texts:
        print(text)


asyncio.run(main())
