#!/usr/bin/env python3
"""bench.py WHAT COUNT: the seconds that asyncio takes, for `kit-bench`. WHAT: tasks, sleeps or turns; "version" prints Python's."""
import asyncio
import sys
import time


async def one():
    return 1


async def take_turns(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def main(what, count):
    start = time.perf_counter()
    match what:
        case "tasks":
            results = await asyncio.gather(*[one() for _ in range(count)])
            assert len(results) == count
        case "sleeps":
            await asyncio.gather(*[asyncio.sleep(0.01) for _ in range(count)])
        case "turns":
            await asyncio.gather(take_turns(count // 2), take_turns(count // 2))
        case _:
            sys.exit(f"bench.py does not know {what!r}: tasks, sleeps or turns")
    print(time.perf_counter() - start)


if sys.argv[1] == "version":
    print(f"{sys.implementation.name} {sys.version.split()[0]}")
else:
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
