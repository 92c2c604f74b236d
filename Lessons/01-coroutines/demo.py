import asyncio


async def greet(name):
    print("greet runs")
    return f"hello {name}"


async def main():
    greeting = greet("Ada")
    print("made")
    print(await greeting)
    print("main ends")


asyncio.run(main())
