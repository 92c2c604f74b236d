"""A random program as a tree of operations. `Sources/kit-fuzz/Generation/` grows the same tree from the same seed.

A node is an operation, three numbers from 0 to 63 whose meaning is the operation's, and blocks (lists of nodes).
"""
from dataclasses import dataclass

from splitmix import SplitMix64

# (operation, weight, blocks); two numbers: from the first to the second of them, drawn.
OPERATIONS = [
    ("say", 2, 0), ("turn", 12, 0), ("nap", 14, 0), ("napValue", 2, 0), ("oversleep", 1, 0), ("holdUp", 2, 0),
    ("awaitTask", 8, 0), ("awaitSelf", 1, 0), ("cancel", 7, 0), ("cancelSelf", 2, 0), ("uncancel", 3, 0),
    ("query", 4, 0), ("result", 2, 0), ("fail", 2, 0), ("failCancelled", 1, 0),
    ("awaitFuture", 4, 0), ("setFuture", 4, 0), ("queryFuture", 1, 0),
    ("taskCallback", 4, 0), ("futureCallback", 2, 0), ("removeCallback", 2, 0),
    ("callSoon", 3, 0), ("callLater", 3, 0), ("callAt", 2, 0), ("cancelHandle", 2, 0),
    ("readVariable", 2, 0), ("setVariable", 2, 0), ("keepContext", 1, 0),
    ("awaitKept", 3, 0), ("cancelKept", 2, 0), ("queryKept", 1, 0), ("resume", 3, 0), ("reschedule", 3, 0),
    ("shieldTask", 4, 0), ("shieldGather", 2, 0), ("nestGathers", 2, 0), ("wait", 5, 0),
    ("allTasks", 1, 0), ("whoAmI", 1, 0), ("eagerFactory", 1, 0),
    ("spawn", 14, 1), ("callInline", 4, 1), ("shieldCall", 3, 1), ("timeout", 7, 1), ("waitFor", 6, 1),
    ("group", 7, (1, 3)), ("callTask", 2, 1), ("groupSpawn", 9, 1), ("withVariable", 2, 1), ("tryCancelled", 7, 1), ("tryError", 4, 1),
    ("tryFinally", 5, 2), ("gather", 8, (0, 3)), ("asCompleted", 5, (0, 3)),
]
TOTAL = sum(weight for _, weight, _ in OPERATIONS)
DEEPEST = 5
MOST_NODES = 160


@dataclass
class Node:
    operation: str
    a: int
    b: int
    c: int
    blocks: list


class Tree:
    """The three blocks of the first tasks."""

    def __init__(self, seed, python=(3, 13)):
        self.random = SplitMix64(seed)
        self.count = 0
        self.checksum = 0
        self.is_old = python < (3, 13)
        self.blocks = [self.block(0) for _ in range(3)]

    def block(self, depth):
        return [self.node(depth) for _ in range(1 + self.random.below(7 if depth == 0 else 4))]

    def node(self, depth):
        choice = self.random.below(TOTAL)
        a, b, c = self.random.below(64), self.random.below(64), self.random.below(64)
        for index, (operation, weight, blocks) in enumerate(OPERATIONS):
            if choice < weight:
                break
            choice -= weight
        self.count += 1
        if isinstance(blocks, tuple):
            least, most = blocks
            blocks = least + self.random.below(most - least + 1)
        if blocks and (depth == DEEPEST or self.count > MOST_NODES) or self.is_old and operation in SINCE_3_13:
            index, operation, blocks = 0, "say", 0
        if self.is_old and operation == "tryCancelled" and b % 3 == 1:
            b += 1
        for number in (index, a, b, c, blocks):
            self.checksum = (self.checksum * 31 + number) % 1_000_003
        return Node(operation, a, b, c, [self.block(depth + 1) for _ in range(blocks)])


# What asyncio changed in 3.13, where the kit follows it: on 3.12 the generator leaves these out.
# 3.12's TaskGroup withdraws its request to cancel before it waits for its children, and does not deliver again a cancellation
# that lost against an ExceptionGroup (promise 114); its uncancel() leaves a pending CancelledError (promise 78);
# as_completed cannot be iterated asynchronously (promise 269). A tryCancelled that would uncancel only swallows.
SINCE_3_13 = {"group", "groupSpawn", "uncancel", "asCompleted", "resume"}
