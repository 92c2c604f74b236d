import asyncio
import time
from collections import Counter


class NotFound(Exception):
    pass


# slice: main
shelf = {
    "rain": "the rain falls and the rain stops",
    "sea": "the sea takes the rain",
    "wind": "the wind takes a rest",
}


def count_words(poem):
    time.sleep(1)
    if poem not in shelf:
        raise NotFound()
    return Counter(shelf[poem].split())


async def main():
    index = Counter()

    async def add(poem):
        try:
            counts = await asyncio.to_thread(count_words, poem)
            index.update(counts)
        except NotFound:
            print(f"no poem on {poem}")

    poems = ["rain", "sea", "snow", "wind"]
    await asyncio.gather(*[asyncio.create_task(add(poem)) for poem in poems])
    for word in ["rain", "takes", "the"]:
        print(f"{word}: {index[word]}")


asyncio.run(main())
# end
