"""CPython's asyncio on vrun.py's virtual clock, with an order where CPython has none.

Every change below keeps CPython's code and only replaces the container that it iterates, so that what CPython leaves to the
addresses of objects happens in the order that ConcurrencyKit promises (design: creation order, or argument order):

- `set` in asyncio.tasks and asyncio.taskgroups is insertion-ordered: `wait`'s sets, and which sibling a TaskGroup cancels first;
- the set comprehension of `as_completed` becomes such a set, too: in which order coroutines become tasks and callbacks are added;
- `all_tasks()` is sorted by creation: in which order `run` cancels what is left over;
- timers of equal deadline fire in creation order (vrun.py's VTimerHandle).

Two lines follow CPython 3.14 on older versions, because the kit does: a TaskGroup hears of an eager child's end through the loop
(gh-128550, promise 131), and a shield that was cancelled does not read the error of what it protected (promise 199; 3.14 reports
that error at once, which is taken out here, and the kit when the loop closes).

Durations are whole ticks of 1/512 s, which are exact as floats and as nanoseconds, so that equal deadlines are equal on both sides.
"""
import asyncio
import inspect
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir))
import vrun  # noqa: E402  (also makes time.sleep advance the virtual clock)

TICKS = 512
START = 1000.0


class OrderedSet(dict):
    """As much of `set` as asyncio uses, iterated in insertion order."""

    def __init__(self, items=()):
        super().__init__(dict.fromkeys(items))

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)

    def remove(self, item):
        del self[item]


def rewrite(module, name, pattern, replacement, required=True):
    """Compiles a class or function of `module` again with one expression replaced."""
    source, count = re.subn(pattern, replacement, inspect.getsource(getattr(module, name)))
    if count != 1 and required:
        sys.exit(f"harness.py: asyncio's {name} is not as expected: adapt the pattern {pattern!r}")
    exec(compile(source, f"<{name} with an order>", "exec"), module.__dict__)


def give_order_to_asyncio():
    import asyncio.runners
    import asyncio.taskgroups
    import asyncio.tasks

    asyncio.tasks.set = OrderedSet
    asyncio.taskgroups.set = OrderedSet
    iterator = "_AsCompletedIterator" if hasattr(asyncio.tasks, "_AsCompletedIterator") else "as_completed"
    rewrite(asyncio.tasks, iterator, r"\{(ensure_future\(\w+, loop=loop\) for \w+ in set\(\w+\))\}", r"set(\1)")
    asyncio.as_completed = asyncio.tasks.as_completed
    if sys.version_info < (3, 14):
        rewrite(asyncio.taskgroups, "TaskGroup", r"if task\.done\(\):\n\s+self\._on_task_done\(task\)", "if False:\n            pass")
        asyncio.TaskGroup = asyncio.taskgroups.TaskGroup
        rewrite(asyncio.tasks, "shield", r"if not inner\.cancelled\(\):\s+# Mark[^\n]+\s+inner\.exception\(\)", "pass")
    else:
        rewrite(asyncio.tasks, "shield", r"inner\.add_done_callback\(_log_on_exception\)", "pass", required=False)
    asyncio.shield = asyncio.tasks.shield
    unsorted = asyncio.tasks.all_tasks

    def all_tasks(loop=None):
        loop = loop or asyncio.get_running_loop()
        return sorted(unsorted(loop), key=loop.number)

    asyncio.tasks.all_tasks = asyncio.all_tasks = all_tasks


class Loop(vrun.VLoop):
    """Numbers and keeps its tasks."""

    def __init__(self):
        super().__init__()
        self._now = START
        self.tasks = {}
        self.count = 0
        self.beginning = []

    @property
    def ticks(self):
        return round((self.time() - START) * TICKS)

    def number(self, task):
        return self.tasks[task]

    def numbered(self, make):
        """A task has its number before it is made, because an eager one makes others, and asks for all, meanwhile."""
        self.beginning.append(self.count)
        self.count += 1
        task = make()
        self.adopt(task)
        self.beginning.pop()
        return task

    def adopt(self, task):
        self.tasks.setdefault(task, self.beginning[-1] if self.beginning else None)

    def create_task(self, coro, **options):
        factory = self.get_task_factory()
        if factory is None:
            return self.numbered(lambda: super(Loop, self).create_task(coro, **options))
        # As asyncio does, but for a fault of 3.13.0: it calls a task without a name "None".
        name = options.pop("name", None)
        task = self.numbered(lambda: factory(self, coro, **options))
        if name is not None:
            task.set_name(name)
        return task

    def make_task(self, coro, **options):
        return self.numbered(lambda: asyncio.Task(coro, loop=self, **options))
