import asyncio


class Kitchen:
    def __init__(self):
        self.tasks = {}
        self.after = {}

    def cook(self, dish, after):
        async def work():
            # Without the shield, cancelling this circle would recurse.
            await asyncio.shield(self.tasks[after])
            print(f"{dish} is ready")

        self.after[dish] = after
        self.tasks[dish] = asyncio.create_task(work(), name=dish)

    def circle(self, dish):
        path = []
        while dish not in path:
            path.append(dish)
            dish = self.after[dish]
        return path[path.index(dish) :] + [dish]


async def main():
    kitchen = Kitchen()
    kitchen.cook("soup", after="salad")
    kitchen.cook("salad", after="bread")
    kitchen.cook("bread", after="soup")
    kitchen.cook("dessert", after="soup")
    try:
        # Python names no deadlock: without a limit it waits for ever.
        async with asyncio.timeout(60):
            await kitchen.tasks["dessert"]
        print("dinner is ready")
    except TimeoutError:
        print(f"deadlock: {' -> '.join(kitchen.circle('dessert'))}")


asyncio.run(main())
