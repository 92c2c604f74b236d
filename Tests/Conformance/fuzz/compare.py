#!/usr/bin/env python3
"""compare.py FIRST LAST: the random programs of the seeds FIRST ..< LAST on asyncio and on ConcurrencyKit, line by line.

Finds CPython 3.13, else the newest from 3.12, and the newest built `kit-fuzz` (or `--kit-fuzz PATH`), runs both in chunks, and says how many
programs and lines were compared. Exit code 0: all equal. 1: a difference, shown with its seed and what came before it.
2: wrong arguments, or `kit-fuzz` is not built. 3: no CPython that is new enough.
"""
import argparse
import glob
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", "..", ".."))
CHUNK = 1000
CHECK = "import sys; print(sys.version_info[1] if sys.implementation.name == 'cpython' and sys.version_info >= (3, 12) else 0)"


def find_python():
    """3.13, which the kit follows, else the newest that is new enough; and its minor version."""
    candidates = [shutil.which(name) for name in ("python3.14", "python3.13", "python3.12", "python3")] + [sys.executable]
    home = os.path.expanduser(os.environ.get("PYENV_ROOT", "~/.pyenv"))
    for root in {home, os.path.expanduser("~/.pyenv"), "/root/.pyenv"}:
        candidates += glob.glob(os.path.join(root, "versions", "3.1[2-9]*", "bin", "python3"))
    found = []
    for path in {os.path.realpath(path) for path in candidates if path}:
        answer = subprocess.run([path, "-c", CHECK], capture_output=True, text=True)
        if answer.returncode == 0 and answer.stdout.strip() != "0":
            found.append((int(answer.stdout), path))
    return max(found, key=lambda one: (one[0] == 13, one[0]), default=(0, None))


def find_kit_fuzz():
    built = [os.path.join(ROOT, ".build", kind, "kit-fuzz") for kind in ("release", "debug")]
    return max((path for path in built if os.path.exists(path)), key=os.path.getmtime, default=None)


def programs(text):
    """The lines of each program."""
    for part in text.split("## seed ")[1:]:
        yield ("## seed " + part).rstrip("\n").split("\n")


def compare_chunk(first, last, command, others):
    """How many lines were equal; ends the script at the first difference."""
    kit = subprocess.Popen([*others, str(first), str(last)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    cpython = subprocess.run([*command, str(first), str(last)], capture_output=True, text=True)
    output, errors = kit.communicate()
    if cpython.returncode != 0:
        sys.exit(f"fuzz.py failed for seeds {first} ..< {last}:\n{cpython.stderr}")
    if output == cpython.stdout:
        return output.count("\n")
    expected, found = list(programs(cpython.stdout)), list(programs(output))
    for index, lines in enumerate(expected):
        other = found[index] if index < len(found) else []
        if lines != other:
            show(first + index, lines, other, errors)
    sys.exit(f"kit-fuzz ended with {kit.returncode} after all programs of seeds {first} ..< {last}:\n{errors}")


def show(seed, expected, found, errors):
    same = 0
    while same < min(len(expected), len(found)) and expected[same] == found[same]:
        same += 1
    print(f"seed {seed} differs in line {same + 1} of its transcript:")
    for line in expected[max(0, same - 12):same]:
        print(f"          {line}")
    for name, lines in (("CPython", expected), ("the kit", found)):
        for line in lines[same:same + 3] or ["(nothing more)"]:
            print(f"{name} : {line}")
    if errors:
        print(errors[-4000:])
    print(f"\nAll of it: {os.path.relpath(os.path.join(HERE, 'fuzz.py'))} {seed} {seed + 1}, kit-fuzz {seed} {seed + 1}")
    sys.exit(1)


def main():
    parser = argparse.ArgumentParser(description="Compares random programs on asyncio and on ConcurrencyKit.")
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--kit-fuzz", default=find_kit_fuzz())
    arguments = parser.parse_args()
    minor, python = find_python()
    if python is None:
        print("no CPython 3.12 or newer on this machine: nothing to compare with", file=sys.stderr)
        sys.exit(3)
    if arguments.kit_fuzz is None:
        print("kit-fuzz is not built: swift build -c release --product kit-fuzz", file=sys.stderr)
        sys.exit(2)
    cpython = [python, os.path.join(HERE, "fuzz.py")]
    kit = [arguments.kit_fuzz, "--python", str(minor)]
    lines = 0
    for first in range(arguments.first, arguments.last, CHUNK):
        lines += compare_chunk(first, min(first + CHUNK, arguments.last), cpython, kit)
    programs = max(0, arguments.last - arguments.first)
    print(f"{programs} programs, {lines} lines: the kit and CPython 3.{minor} ({python}) are the same")


if __name__ == "__main__":
    main()
