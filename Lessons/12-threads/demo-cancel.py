import asyncio
import time


def save(file):
    print(f"saving {file}")
    time.sleep(3)
    print(f"{file} is saved")


# slice: main
async def main():
    saving = asyncio.create_task(
        asyncio.to_thread(save, "diary"), name="saving"
    )
    await asyncio.sleep(1)
    saving.cancel()
    await asyncio.wait([saving])
    print(f"task cancelled: {saving.cancelled()}")
    print("main ends")


asyncio.run(main())
print("run has returned")
# end
