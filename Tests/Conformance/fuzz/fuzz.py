#!/usr/bin/env python3
"""fuzz.py FIRST LAST: the transcripts of the random asyncio programs of the seeds FIRST ..< LAST, as `kit-fuzz FIRST LAST` prints them.

Standard library only; CPython 3.12 or newer. README.md beside this file says how the programs are made."""
import asyncio
import sys
import warnings

import harness
from program import Program
from tree import Tree


def transcript(seed, python):
    tree = Tree(seed, python)
    loop = harness.Loop()
    program = Program(loop, tree.blocks)
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(program.main())
    # The errors that are read below would otherwise be reported as never retrieved when they are collected.
    summary = list(program.summary())
    loop.set_exception_handler(lambda loop, context: None)
    return [f"## seed {seed} nodes {tree.count} tree {tree.checksum}", *program.lines, *summary]


def main():
    warnings.simplefilter("ignore")
    first, last = int(sys.argv[1]), int(sys.argv[2])
    for seed in range(first, last):
        print("\n".join(transcript(seed, sys.version_info[:2])))


if __name__ == "__main__":
    harness.give_order_to_asyncio()
    main()
