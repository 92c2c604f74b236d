import asyncio


async def cook(dish):
    print(f"{dish} on the stove")
    await asyncio.sleep(2)
    return dish


async def main():
    soup = cook("soup")
    rice = asyncio.create_task(cook("rice"), name="rice")
    loop = asyncio.get_running_loop()
    pizza = loop.create_future()
    loop.call_later(4, pizza.set_result, "pizza")
    await asyncio.sleep(1)
    print("main waits")
    print(f"got {await soup}")
    print(f"got {await rice}")
    print(f"got {await pizza}")


asyncio.run(main())
