import asyncio
import time


# slice: main
def read(file):
    print(f"reading {file}")
    time.sleep(3)
    return f"the text of {file}"


async def heartbeat():
    for number in range(1, 4):
        await asyncio.sleep(1)
        print(f"beat {number}")


async def show(file):
    await asyncio.sleep(0.5)
    text = read(file)
    print(text)


async def main():
    await asyncio.gather(heartbeat(), show("diary"))
    print("main ends")


asyncio.run(main())
# end
