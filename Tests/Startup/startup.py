#!/usr/bin/env python3
"""How long the tutor takes to its first prompt, beside CPython doing nothing, and how much memory it takes.

    swift build --product tutor && python3 Tests/Startup/startup.py .build/debug/tutor
    python3 Tests/Startup/startup.py --check .build/debug/tutor .build/release/tutor

On a pseudo-terminal, in pairs, one after the other, so that a busy machine is busy for both: the ratio of each pair counts,
and of all pairs the median. A new learner's start and that of one who comes back are both measured. With --check it
ends with 1 if a ratio is above 1.5 or the memory above 60 MB.
"""

import argparse
import os
import pathlib
import pty
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIMIT_RATIO = 1.5
LIMIT_MEMORY = 60.0


class Session:
    """A tutor on a pseudo-terminal."""

    def __init__(self, tutor, home):
        environment = {
            "HOME": home, "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "TERM": "xterm", "LANG": "C.UTF-8",
            "NO_COLOR": "1", "ASYNC_TUTOR_LESSONS": str(ROOT / "Lessons"),
        }
        self.begin = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execve(tutor, [tutor], environment)

    def wait_for(self, text):
        shown = b""
        while text not in shown:
            shown += os.read(self.terminal, 65536)
        return time.perf_counter() - self.begin

    def type(self, line):
        os.write(self.terminal, line + b"\r")

    def megabytes(self):
        """The most that it has had so far; where the system does not tell, nothing."""
        try:
            status = pathlib.Path(f"/proc/{self.process}/status").read_text()
        except OSError:
            return None
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def end(self):
        try:
            self.type(b"quit")
            while os.read(self.terminal, 65536):
                pass
        except OSError:
            pass
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def python_seconds():
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - begin


def measure(tutor, pairs):
    """Rows of (what, seconds of each start, ratio of each pair), and the memory of a session that has read a lesson."""
    rows = []
    memory = None
    with tempfile.TemporaryDirectory() as home:
        for what, prompt in (("a new learner", b"tutor> "), ("coming back", b"gather 1/")):
            seconds, ratios = [], []
            for pair in range(pairs + 1):
                python = python_seconds()
                session = Session(tutor, home)
                tutor_seconds = session.wait_for(prompt)
                session.end()
                if pair > 0:  # The first fills the system's caches.
                    seconds.append(tutor_seconds)
                    ratios.append(tutor_seconds / python)
            rows.append((what, seconds, ratios))
            session = Session(tutor, home)
            session.wait_for(prompt)
            if what == "a new learner":
                session.type(b"open gather")
                session.wait_for(b"gather 1/")
            memory = session.megabytes()
            session.end()
    return rows, memory


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tutor", nargs="+", help="a built tutor, such as .build/debug/tutor")
    parser.add_argument("--pairs", type=int, default=20, help="how many starts of each (default 20)")
    parser.add_argument("--check", action="store_true", help="end with 1 above the limits")
    arguments = parser.parse_args()
    failed = False
    for tutor in arguments.tutor:
        path = os.path.abspath(tutor)
        if not os.access(path, os.X_OK):
            print(f"{tutor}: there is no such program; build it with: swift build --product tutor", file=sys.stderr)
            return 2
        rows, memory = measure(path, arguments.pairs)
        for what, seconds, ratios in rows:
            ratio = statistics.median(ratios)
            failed |= ratio > LIMIT_RATIO
            print(
                f"{tutor}, {what}: {statistics.median(seconds) * 1000:.0f} ms to the prompt, "
                f"{ratio:.2f} times `{os.path.basename(sys.executable)} -c pass` (at most {LIMIT_RATIO})"
            )
        if memory is None:
            print(f"{tutor}: this system does not tell how much memory a program had")
        else:
            failed |= memory > LIMIT_MEMORY
            print(f"{tutor}: {memory:.0f} MB with a lesson open (at most {LIMIT_MEMORY:.0f})")
    return 1 if failed and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
