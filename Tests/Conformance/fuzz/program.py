"""Runs a tree of operations on asyncio. `Sources/kit-fuzz/Running/` does the same on the kit, operation by operation.

Every event is a line: virtual time in ticks, who speaks, what happened. Bodies have labels, t1, t2, … in the order in which they
are made; t0 is main. A task waits only for tasks with larger labels, so that nobody waits in a circle (CPython recurses without
end when a circle is cancelled).
"""
import asyncio
import contextvars
import time

import tree
from harness import TICKS


class Boom(Exception):
    pass


def named(error):
    """An error in words that both languages share."""
    match error:
        case asyncio.CancelledError():
            return f"Cancelled {error.args[0]}" if error.args else "Cancelled"
        case Boom():
            return f"Boom {error.args[0]}"
        case TimeoutError():
            return "Timeout"
        case ExceptionGroup():
            return f"Group [{', '.join(map(named, error.exceptions))}]"
        case asyncio.InvalidStateError():
            return "InvalidState"
        case ValueError():
            return "Invalid"
        case RuntimeError():
            text = str(error)
            for part, name in RUNTIME_ERRORS:
                if part in text:
                    return name
    return f"{type(error).__name__} {error}"


RUNTIME_ERRORS = [
    ("cannot await on itself", "AwaitsItself"), ("is finished", "GroupFinished"), ("is shutting down", "GroupShuttingDown"),
    ("Timeout", "TimeoutState"),
]


def text(value):
    match value:
        case bool():
            return "true" if value else "false"
        case BaseException():
            return named(value)
        case list():
            return f"[{', '.join(map(text, value))}]"
        case None:
            return "nil"
    return str(value)


def seconds(ticks):
    return ticks / TICKS


def limit(number):
    """None, past, now, or up to eleven ticks."""
    match number % 10:
        case 0: return None
        case 1: return -1
        case 2: return 0
    return 1 + number % 11


class Frame:
    """One body that runs: its own label, and that of the task that runs it."""

    def __init__(self, label, owner):
        self.label, self.owner = label, owner

    def __str__(self):
        return f"t{self.label}"


class Kept:
    """A future that was not awaited at once, and the smallest label that it waits for."""

    def __init__(self, future, least):
        self.future, self.least = future, least


class Program:
    def __init__(self, loop, blocks):
        self.loop, self.blocks = loop, blocks
        self.lines = []
        self.labels = {}                                    # task: label
        self.tasks = []                                     # by label; None until the task is known
        self.futures = [loop.create_future() for _ in range(4)]
        self.variable = contextvars.ContextVar("x", default=0)
        self.contexts, self.handles, self.tokens = [], [], []
        self.kept, self.sequences, self.timeouts, self.groups = [], [], [], []
        self.made = {}                                      # every future that may hold an unread error
        self.callbacks = 0
        self.closing = False
        self.eager = False
        loop.set_exception_handler(self.report)

    # Speaking

    def say(self, who, what):
        self.lines.append(f"{self.loop.ticks} {who} {what}")

    def report(self, loop, context):
        error = context.get("exception")
        if context["message"].startswith("Exception in callback"):
            self.say("-", f"report callback {named(error)}")
        elif context["message"].startswith("unhandled exception during"):
            self.say("-", f"report shutdown {self.task_name(context['task'])} {named(error)}")

    def task_name(self, task):
        name = task.get_name()
        return "task" if name.startswith("Task-") else name

    def name_of(self, future):
        if future in self.futures:
            return f"f{self.futures.index(future)}"
        return f"t{self.labels[future]}" if future in self.labels else "task"

    # Choosing

    def known(self, after):
        return [label for label in range(after + 1, len(self.tasks)) if self.tasks[label] is not None]

    def any_task(self, number):
        labels = self.known(0)
        return self.tasks[labels[number % len(labels)]] if labels else None

    def later_task(self, number, frame):
        labels = self.known(frame.owner)
        return self.tasks[labels[number % len(labels)]] if labels else None

    def later_tasks(self, node, frame, count):
        picks = [self.later_task(node.a + node.b * index, frame) for index in range(count)]
        return [task for task in picks if task is not None]

    def least(self, awaitables, otherwise):
        return min((self.labels[item] for item in awaitables if item in self.labels), default=otherwise)

    # Bodies

    def body(self, block):
        """The label and the coroutine of a new body; what it returns is its label."""
        label = len(self.tasks)
        self.tasks.append(None)
        return label, self.run_body(label, block)

    async def run_body(self, label, block):
        task = asyncio.current_task()
        self.loop.adopt(task)
        if task in self.labels and self.labels[task] != label:
            frame = Frame(label, self.labels[task])
            self.say(frame, f"starts in t{frame.owner}")
        else:
            self.register(label, task)
            task.set_name(f"t{label}")
            frame = Frame(label, label)
            self.say(frame, "starts")
        try:
            await self.run(block, frame)
        except asyncio.CancelledError as error:
            self.say(frame, f"ends {named(error)}")
            raise
        except Exception as error:
            self.say(frame, f"ends {named(error)}")
            raise
        self.say(frame, "ends")
        return label

    def register(self, label, task):
        self.labels[task] = label
        self.tasks[label] = task

    def spawn(self, block, **options):
        label, coroutine = self.body(block)
        options["name"] = f"t{label}"
        task = self.loop.make_task(coroutine, **options) if len(options) > 1 else self.loop.create_task(coroutine, **options)
        self.register(label, task)
        return task

    def coroutines(self, blocks):
        """Unless main has ended: asyncio cancels what is left over then only once, the kit also what that makes."""
        if self.closing:
            return [], None
        bodies = [self.body(block) for block in blocks]
        return [coroutine for _, coroutine in bodies], min((label for label, _ in bodies), default=None)

    async def run(self, block, frame):
        for node in block:
            await OPERATIONS[node.operation](self, node, frame)

    async def attempt(self, mode, frame, what, awaitable):
        """Awaits, and says what came. Mode 0 lets cancellations through, 1 every error, 2 none."""
        try:
            value = await awaitable
        except asyncio.CancelledError as error:
            self.say(frame, f"{what} threw {named(error)}, cancelling {asyncio.current_task().cancelling()}")
            if mode != 2:
                raise
        except Exception as error:
            self.say(frame, f"{what} threw {named(error)}")
            if mode == 1:
                raise
        else:
            self.say(frame, f"{what} gave {text(value)}")

    # Leaves

    def message(self, number):
        return f"m{number}" if number % 3 == 0 else None

    async def say_node(self, node, frame):
        self.say(frame, f"says {node.a}")

    async def turn(self, node, frame):
        await asyncio.sleep(-1 if node.a % 4 == 0 else 0)
        self.say(frame, "turn")

    async def nap(self, node, frame):
        await asyncio.sleep(seconds(1 + node.b % 9))
        self.say(frame, "woke")

    async def napValue(self, node, frame):
        self.say(frame, f"woke with {await asyncio.sleep(seconds(node.b % 9), node.a)}")

    async def oversleep(self, node, frame):
        await asyncio.sleep(seconds(2000))

    async def holdUp(self, node, frame):
        time.sleep(seconds(1 + node.b % 5))
        self.say(frame, "held up the loop")

    async def awaitTask(self, node, frame):
        task = self.later_task(node.a, frame)
        if task is not None:
            await self.attempt(node.b % 3, frame, self.name_of(task), task)

    async def awaitSelf(self, node, frame):
        await self.attempt(node.b % 3, frame, "self", AwaitsItself())

    async def cancel(self, node, frame):
        task = self.any_task(node.a)
        name = self.name_of(task)
        self.say(frame, f"cancels {name}")
        self.say(frame, f"cancels {name}: {text(task.cancel(self.message(node.b)))}, {task.cancelling()}")

    async def cancelSelf(self, node, frame):
        task = asyncio.current_task()
        self.say(frame, f"cancels itself: {text(task.cancel(self.message(node.b)))}, {task.cancelling()}")

    async def uncancel(self, node, frame):
        task = self.any_task(node.a) if node.b % 4 == 0 else asyncio.current_task()
        self.say(frame, f"uncancels {self.name_of(task)}: {task.uncancel()}")

    async def query(self, node, frame):
        self.query_future(self.any_task(node.a), frame)

    async def queryFuture(self, node, frame):
        self.query_future(self.futures[node.a % 4], frame)

    def query_future(self, future, frame, name=None):
        words = [name or self.name_of(future), text(future.done()), text(future.cancelled())]
        if isinstance(future, asyncio.Task):
            words.append(str(future.cancelling()))
        try:
            words.append(text(future.exception()))
        except (asyncio.CancelledError, asyncio.InvalidStateError) as error:
            words.append(f"threw {named(error)}")
        self.say(frame, f"asks {' '.join(words)}")

    async def result(self, node, frame):
        task = self.any_task(node.a)
        try:
            found = text(task.result())
        except (asyncio.CancelledError, Exception) as error:
            found = named(error)
        self.say(frame, f"reads {self.name_of(task)}: {found}")

    async def fail(self, node, frame):
        raise Boom(node.a)

    async def failCancelled(self, node, frame):
        message = self.message(node.b)
        raise asyncio.CancelledError(message) if message else asyncio.CancelledError()

    # Futures

    async def awaitFuture(self, node, frame):
        await self.attempt(node.b % 3, frame, f"f{node.a % 4}", self.futures[node.a % 4])

    async def setFuture(self, node, frame):
        self.set_future(node.a, node.b, frame)

    def set_future(self, a, b, who):
        future = self.futures[a % 4]
        try:
            match b % 4:
                case 2: future.set_exception(Boom(a)); outcome = "error"
                case 3: outcome = f"cancel {text(future.cancel(self.message(b)))}"
                case _: future.set_result(a); outcome = "result"
        except asyncio.InvalidStateError as error:
            outcome = named(error)
        self.say(who, f"sets f{a % 4}: {outcome}")

    # Callbacks

    def add_callback(self, future, node):
        self.callbacks += 1
        name, kind = f"c{self.callbacks}", node.b % 5

        def callback(ended):
            state = "cancelled" if ended.cancelled() else "done" if ended.done() else "pending"
            self.say(name, f"sees {self.name_of(future)} {state}, x {self.variable.get()}")
            if kind == 0:
                raise Boom(node.a)
            if kind == 1 and self.callbacks < 30:
                self.add_callback(future, Numbers(node.a, 2))
            if kind == 3:
                self.cancel_from(name, node.a)

        future.add_done_callback(callback)
        self.tokens.append((future, callback))
        return name

    async def taskCallback(self, node, frame):
        task = self.any_task(node.a)
        self.say(frame, f"adds {self.add_callback(task, node)} to {self.name_of(task)}")

    async def futureCallback(self, node, frame):
        self.say(frame, f"adds {self.add_callback(self.futures[node.a % 4], node)} to f{node.a % 4}")

    async def removeCallback(self, node, frame):
        if self.tokens:
            index = node.a % len(self.tokens)
            future, callback = self.tokens[index]
            self.say(frame, f"removes c{index + 1}: {future.remove_done_callback(callback)}")

    def cancel_from(self, who, number):
        task = self.any_task(number)
        self.say(who, f"cancels {self.name_of(task)}: {text(task.cancel())}")

    def new_handle(self, node, make):
        number, kind = len(self.handles), node.c % 5

        def fire():
            current = asyncio.current_task()
            self.say(f"h{number}", f"fires in {'no task' if current is None else 'a task'}, x {self.variable.get()}")
            if kind == 1:
                self.cancel_from(f"h{number}", node.a)
            elif kind == 2:
                self.set_future(node.a, node.b, f"h{number}")
            elif kind == 3:
                raise Boom(node.a)

        self.handles.append(make(fire))
        return f"h{number}"

    async def callSoon(self, node, frame):
        context = self.contexts[node.a % len(self.contexts)] if self.contexts and node.b % 3 == 0 else None
        self.say(frame, f"calls {self.new_handle(node, lambda fire: self.loop.call_soon(fire, context=context))} soon")

    async def callLater(self, node, frame):
        delay = seconds(node.b % 9)
        self.say(frame, f"calls {self.new_handle(node, lambda fire: self.loop.call_later(delay, fire))} later")

    async def callTask(self, node, frame):
        if self.closing:
            return
        label, coroutine = self.body(node.blocks[0])
        # asyncio would report a coroutine that is never awaited; a callback that is never called has made none here.
        coroutine.close()

        def fire():
            if self.closing:
                return
            task = self.loop.create_task(self.run_body(label, node.blocks[0]), name=f"t{label}")
            self.register(label, task)
            self.say("-", f"made t{label}")

        self.loop.call_later(seconds(node.b % 4), fire)
        self.say(frame, f"will make t{label}")

    async def callAt(self, node, frame):
        when = self.loop.time() + seconds(node.b % 9 - 3)
        self.say(frame, f"calls {self.new_handle(node, lambda fire: self.loop.call_at(when, fire))} at")

    async def cancelHandle(self, node, frame):
        if self.handles:
            index = node.a % len(self.handles)
            self.handles[index].cancel()
            self.say(frame, f"cancels h{index}")

    # Contexts

    async def readVariable(self, node, frame):
        self.say(frame, f"x {self.variable.get()}")

    async def setVariable(self, node, frame):
        self.variable.set(node.a)
        self.say(frame, f"x is {node.a}")

    async def keepContext(self, node, frame):
        self.contexts.append(contextvars.copy_context())

    async def withVariable(self, node, frame):
        token = self.variable.set(node.a)
        try:
            await self.run(node.blocks[0], frame)
        finally:
            self.variable.reset(token)
            self.say(frame, f"x {self.variable.get()} again")

    # Tasks

    async def spawn_node(self, node, frame):
        if self.closing:
            return
        kind = node.b % 6
        if kind == 0:
            task = self.spawn(node.blocks[0], eager_start=True)
        elif kind == 1 and self.contexts:
            task = self.spawn(node.blocks[0], context=self.contexts[node.a % len(self.contexts)])
        else:
            task = self.spawn(node.blocks[0])
        self.say(frame, f"made {self.name_of(task)}{' eagerly' if kind == 0 else ''}")

    async def callInline(self, node, frame):
        _, coroutine = self.body(node.blocks[0])
        await self.attempt(node.b % 3, frame, "call", coroutine)

    async def eagerFactory(self, node, frame):
        self.eager = not self.eager
        self.loop.set_task_factory(asyncio.eager_task_factory if self.eager else None)
        self.say(frame, f"eager {text(self.eager)}")

    async def allTasks(self, node, frame):
        self.say(frame, f"all {' '.join(map(self.task_name, asyncio.all_tasks()))}")

    async def whoAmI(self, node, frame):
        self.say(frame, f"is {self.task_name(asyncio.current_task())}")

    # Gather and shield

    def new_gather(self, awaitables, return_exceptions=False):
        future = asyncio.gather(*awaitables, return_exceptions=return_exceptions)
        self.made[future] = None
        return future

    def new_shield(self, awaitable):
        future = asyncio.shield(awaitable)
        if not isinstance(future, asyncio.Task) and future not in self.futures:
            self.made[future] = None
        return future

    async def keep_or_await(self, node, frame, what, future, least):
        if node.c % 4 == 1:
            self.kept.append(Kept(future, least))
            self.say(frame, f"keeps k{len(self.kept) - 1}, a {what}")
        else:
            await self.attempt(node.a % 3, frame, what, future)

    async def gather(self, node, frame):
        tasks = self.later_tasks(node, frame, node.b % 4)
        coroutines, label = self.coroutines(node.blocks)
        least = self.least(tasks, 1 << 30)
        if label is not None:
            least = min(least, label)
        items = tasks + coroutines
        if node.c % 5 == 0:
            items.append(self.futures[node.c % 4])
        if node.a % 3 == 0 and items:
            items.append(items[0])
        if node.c % 7 == 0 and tasks:
            items.append(self.new_shield(tasks[0]))
        await self.keep_or_await(node, frame, "gather", self.new_gather(items, node.b % 3 == 0), least)

    async def nestGathers(self, node, frame):
        tasks = self.later_tasks(node, frame, 3)
        inner = [self.new_gather(tasks[:2]), self.new_gather(tasks[1:])]
        await self.keep_or_await(node, frame, "nest", self.new_gather(inner), self.least(tasks, 1 << 30))

    async def shieldTask(self, node, frame):
        task = self.later_task(node.a, frame)
        if task is not None:
            await self.keep_or_await(node, frame, "shield", self.new_shield(task), self.labels[task])

    async def shieldCall(self, node, frame):
        coroutines, label = self.coroutines(node.blocks)
        if coroutines:
            await self.keep_or_await(node, frame, "shield", self.new_shield(coroutines[0]), label)

    async def shieldGather(self, node, frame):
        tasks = self.later_tasks(node, frame, 2)
        await self.keep_or_await(node, frame, "shield", self.new_shield(self.new_gather(tasks)), self.least(tasks, 1 << 30))

    async def awaitKept(self, node, frame):
        indices = [index for index, kept in enumerate(self.kept) if kept.least > frame.owner]
        if indices:
            index = indices[node.a % len(indices)]
            await self.attempt(node.b % 3, frame, f"k{index}", self.kept[index].future)

    async def cancelKept(self, node, frame):
        if self.kept:
            index = node.a % len(self.kept)
            self.say(frame, f"cancels k{index}: {text(self.kept[index].future.cancel(self.message(node.b)))}")

    async def queryKept(self, node, frame):
        if self.kept:
            index = node.a % len(self.kept)
            future = self.kept[index].future
            # shield gives back a task or a future that is done.
            if future not in self.labels:
                self.query_future(future, frame, f"k{index}")

    # Time limits

    async def timeout(self, node, frame):
        ticks = limit(node.b)
        delay = None if ticks is None else seconds(ticks)
        if node.a % 3 == 0:
            block = asyncio.timeout_at(None if delay is None else self.loop.time() + delay)
        else:
            block = asyncio.timeout(delay)
        self.timeouts.append(block)
        name = f"d{len(self.timeouts) - 1}"
        try:
            async with block:
                self.say(frame, f"enters {name}, {self.when(block)}")
                await self.run(node.blocks[0], frame)
            self.say(frame, f"leaves {name}")
        except TimeoutError:
            self.say(frame, f"{name} threw Timeout, cancelling {asyncio.current_task().cancelling()}")
        finally:
            self.say(frame, f"{name} expired {text(block.expired())}")

    def when(self, block):
        return "no limit" if block.when() is None else f"until {round((block.when() - 1000) * TICKS)}"

    async def reschedule(self, node, frame):
        if self.timeouts:
            index = node.a % len(self.timeouts)
            block = self.timeouts[index]
            try:
                block.reschedule(None if node.b % 4 == 0 else self.loop.time() + seconds(node.b % 12 - 2))
                outcome = self.when(block)
            except RuntimeError as error:
                outcome = named(error)
            self.say(frame, f"moves d{index}: {outcome}")

    async def waitFor(self, node, frame):
        kind = node.c % 3
        if kind == 0:
            coroutines, _ = self.coroutines(node.blocks)
            subject = coroutines[0] if coroutines else None
        elif kind == 1:
            subject = self.later_task(node.a, frame)
        else:
            subject = self.futures[node.a % 4]
        if kind == 1 and node.b % 2 == 0 and subject is not None:
            subject = self.new_shield(subject)
        if subject is not None:
            ticks = limit(node.b)
            await self.attempt(node.a % 3, frame, "waitFor", asyncio.wait_for(subject, None if ticks is None else seconds(ticks)))

    async def wait(self, node, frame):
        items = self.later_tasks(node, frame, node.b % 5)
        if node.c % 3 == 0:
            items.append(self.futures[node.c % 4])
        ticks = None if node.c % 4 == 0 else limit(node.c)
        await self.attempt(node.a % 3, frame, "wait", self.wait_items(items, node.b % 3, ticks))

    async def wait_items(self, items, kind, ticks):
        done, pending = await asyncio.wait(
            items, timeout=None if ticks is None else seconds(ticks),
            return_when=[asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED][kind])
        return f"done [{', '.join(map(self.name_of, done))}] pending [{', '.join(map(self.name_of, pending))}]"

    async def asCompleted(self, node, frame):
        coroutines, label = self.coroutines(node.blocks)
        items = coroutines or self.later_tasks(node, frame, node.b % 5)
        ticks = None if node.c % 2 == 0 else limit(node.b)
        least = self.least(items, 1 << 30) if label is None else label
        sequence = asyncio.as_completed(items, timeout=None if ticks is None else seconds(ticks))
        match node.c % 3:
            case 0:
                left = 1 + node.b % 4
                try:
                    async for task in sequence:
                        self.say(frame, f"completed {self.name_of(task)}")
                        left -= 1
                        if left == 0:
                            self.sequences.append((sequence, least))
                            break
                except TimeoutError:
                    self.say(frame, "asCompleted threw Timeout")
            case 1:
                for handle in list(sequence):
                    await self.attempt(0, frame, "handle", handle)
            case _:
                await self.attempt(node.a % 3, frame, "handles", self.new_gather(list(sequence), True))
        self.say(frame, "asCompleted is over")

    async def resume(self, node, frame):
        indices = [index for index, (_, least) in enumerate(self.sequences) if least > frame.owner]
        if indices:
            index = indices[node.a % len(indices)]
            await self.attempt(node.b % 3, frame, f"s{index}", self.next_completed(self.sequences[index][0]))

    async def next_completed(self, sequence):
        try:
            return self.name_of(await anext(sequence))
        except StopAsyncIteration:
            return "nothing"

    # Groups

    async def group(self, node, frame):
        await self.attempt(node.a % 3, frame, "group", self.run_group(node, frame))

    async def run_group(self, node, frame):
        async with asyncio.TaskGroup() as group:
            self.groups.append(group)
            index = len(self.groups) - 1
            for block in node.blocks[1:]:
                self.spawn_in(index, block, frame)
            await self.run(node.blocks[0], frame)
            self.say(frame, f"waits for g{index}")
        return f"cancelling {asyncio.current_task().cancelling()}"

    async def groupSpawn(self, node, frame):
        if self.groups:
            # Mostly the group that was opened last.
            index = node.a % len(self.groups) if node.b % 3 == 0 else len(self.groups) - 1
            self.spawn_in(index, node.blocks[0], frame)

    def spawn_in(self, index, block, frame):
        if self.closing:
            return
        label, coroutine = self.body(block)
        try:
            task = self.groups[index].create_task(coroutine, name=f"t{label}")
        except RuntimeError as error:
            self.say(frame, f"g{index} refused t{label}: {named(error)}")
        else:
            self.register(label, task)
            self.say(frame, f"made t{label} in g{index}")

    # Handling errors

    async def tryCancelled(self, node, frame):
        try:
            await self.run(node.blocks[0], frame)
        except asyncio.CancelledError as error:
            task = asyncio.current_task()
            self.say(frame, f"caught {named(error)}, cancelling {task.cancelling()}")
            match node.b % 3:
                case 0: raise
                case 1: self.say(frame, f"swallows and uncancels: {task.uncancel()}")
                case _: self.say(frame, "swallows")

    async def tryError(self, node, frame):
        try:
            await self.run(node.blocks[0], frame)
        except Exception as error:
            self.say(frame, f"caught {named(error)}")
            if node.b % 4 == 0:
                raise Boom(node.a)

    async def tryFinally(self, node, frame):
        try:
            await self.run(node.blocks[0], frame)
        finally:
            self.say(frame, "finally")
            await self.run(node.blocks[1], frame)

    # The whole

    async def main(self):
        self.tasks.append(None)
        self.labels[asyncio.current_task()] = 0
        asyncio.current_task().set_name("t0")
        first = [self.spawn(block) for block in self.blocks]
        await asyncio.wait(first, timeout=seconds(300))
        for number, future in enumerate(self.futures):
            if not future.done():
                future.set_result(100 + number)
        await asyncio.wait(first, timeout=seconds(300))
        await asyncio.sleep(seconds(10))
        self.closing = True
        self.say("t0", f"ends, all {' '.join(map(self.task_name, asyncio.all_tasks()))}")

    def summary(self):
        """How every task ended, and whose error nobody has read."""
        unread = [self.task_name(task) for task in self.loop.tasks if task._log_traceback]
        unread += ["future" for future in [*self.futures, *self.made] if future._log_traceback]
        for label, task in enumerate(self.tasks):
            if task is not None:
                end = "pending" if not task.done() else "cancelled" if task.cancelled() else "done"
                yield f"t{label} {end} {task.cancelling()}"
        yield from (f"unread {name}" for name in sorted(unread))




class AwaitsItself:
    """`await asyncio.current_task()`, less a fault of CPython's: the refused await leaves a flag of the task set, and whoever
    awaits the task from then on is refused, too ("await wasn't used with future")."""

    def __await__(self):
        task = next(asyncio.current_task().__await__())
        task._asyncio_future_blocking = False
        yield task


class Numbers:
    def __init__(self, a, b):
        self.a, self.b = a, b


OPERATIONS = {
    name: getattr(Program, f"{name}_node", None) or getattr(Program, name) for name, _, _ in tree.OPERATIONS
}
