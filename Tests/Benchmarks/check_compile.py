"""How long a learner waits for the compiler after saving an exercise, beside plain `swiftc` of the same two files.

    python3 Tests/Benchmarks/check_compile.py [rounds]

Both are measured in one run, in turn, on the same machine; what is reported is the ratio of the medians, which is at
most 0.6. Needs a built tutor (`swift build --product tutor`) and `swiftc` on PATH.
"""

import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build/debug"
EXERCISE = ROOT / "Lessons/07-gather/exercises/gather-fetch-all"
WORST_RATIO = 0.6


def objects(module):
    return sorted(str(path) for path in (BUILD / f"{module}.build").glob("*.o"))


def tutor(folder):
    """The compiling part of a check, in milliseconds."""
    environment = os.environ | {f"XDG_{name}_HOME": f"{folder}/{name}" for name in ("DATA", "STATE", "CACHE")}
    command = [BUILD / "tutor", "check-timing", "--lessons", ROOT / "Lessons", "--rounds", "1"]
    output = subprocess.run(
        [*command, EXERCISE.name, EXERCISE / "solution.swift"], env=environment, check=True, capture_output=True, text=True
    ).stdout
    words = output.split()
    assert words[-1] == "passed", output
    return float(words[1])


def swiftc(folder):
    """Plain `swiftc` of the learner's file and the checks, in milliseconds."""
    learner = pathlib.Path(folder) / "learner.swift"
    learner.write_text((EXERCISE / "solution.swift").read_text() + f"\n// {random.random()}\n")
    command = ["swiftc", learner, EXERCISE / "checks.swift", "-parse-as-library", "-swift-version", "6", "-Onone"]
    command += ["-enable-upcoming-feature", "NonisolatedNonsendingByDefault", "-module-name", "demo"]
    command += ["-I", BUILD / "Modules", "-module-cache-path", f"{folder}/modules", "-o", f"{folder}/program"]
    begin = time.monotonic()
    subprocess.run([*command, *objects("ConcurrencyKit"), *objects("LessonChecks")], check=True)
    return (time.monotonic() - begin) * 1000


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        swiftc(folder)  # Fills the cache of modules, as the tutor's own first round does.
        times = [(tutor(folder), swiftc(folder)) for _ in range(rounds)]
    ours, plain = (statistics.median(column) for column in zip(*times))
    ratio = ours / plain
    print(f"check, its compiling part: {ours:.0f} ms   swiftc of the same two files: {plain:.0f} ms   ratio {ratio:.2f}")
    if ratio > WORST_RATIO:
        sys.exit(f"the ratio is more than {WORST_RATIO}")


main()
