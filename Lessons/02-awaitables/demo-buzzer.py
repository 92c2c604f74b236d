import asyncio


async def visit(buzzer):
    print("guest waits")
    dish = await buzzer
    print(f"guest eats {dish}")


async def main():
    buzzer = asyncio.get_running_loop().create_future()
    guest = asyncio.create_task(visit(buzzer), name="guest")
    await asyncio.sleep(3)
    buzzer.set_result("fries")
    print("buzzer rings")
    print(f"cook tastes {await buzzer}")
    print("cook waits")
    await guest
    print("cook goes home")


asyncio.run(main())
