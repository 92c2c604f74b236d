import asyncio


async def greet(name):
    return f"hello {name}"


async def main():
    greeting = greet("Ada")
    print(f"first: {await greeting}")
    try:
        print(f"second: {await greeting}")
    except RuntimeError:
        print("second: refused")


asyncio.run(main())
