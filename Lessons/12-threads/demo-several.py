import asyncio
import time


def read(file, seconds):
    time.sleep(seconds)
    print(f"{file} is read")
    return f"the {file}"


async def main():
    texts = await asyncio.gather(
        asyncio.to_thread(read, "diary", 3),
        asyncio.to_thread(read, "letter", 1),
        asyncio.to_thread(read, "novel", 2),
    )
    for text in texts:
        print(f"got {text}")


asyncio.run(main())
