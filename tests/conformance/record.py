"""Records the goldens of conformance programs under CPython 3.13 on a virtual clock.

    python3.13 record.py PATH...           write NAME.golden.json next to each program
    python3.13 record.py --check PATH...   compare with the goldens that exist; write nothing

A path is a program or a folder that is searched for programs (default: this folder's topics).
Each program runs twice in processes of its own, the second time with another hash seed and with
objects at other addresses, to prove that its golden does not depend on either, unless one of its
first three lines holds the comment `# hash-order`. Exit code 1 if anything failed.
"""

import argparse
import json
import os
import pathlib
import re
import signal
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = {"virtual"}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="*", type=pathlib.Path)
    parser.add_argument("--check", action="store_true", help="compare, do not write")
    parser.add_argument("--print", action="store_true", help="also show what was printed, by time")
    parser.add_argument("--serve", choices=["first", "second"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    programs = find_programs(options.paths or topics())
    if options.serve:
        return serve(programs, options.serve == "second")
    if sys.version_info[:2] != (3, 13):
        sys.exit(f"CPython 3.13 is the judge; this is {sys.version.split()[0]}")
    first = run_all(programs, "first", {"PYTHONHASHSEED": "0"})
    second = run_all(programs, "second", {"PYTHONHASHSEED": "4711", "PYTHONMALLOC": "malloc"})
    failures = 0
    for program, one, other in zip(programs, first, second):
        problem = find_problem(program, one, other)
        if problem is None:
            problem = compare(program, one) if options.check else write(program, one)
        if options.print and "error" not in one:
            show(program, one)
        if problem is not None:
            failures += 1
            print(f"{program}: {problem}", file=sys.stderr)
    for golden in goldens_without_program(options.paths or topics()):
        failures += 1
        print(f"{golden}: there is no such program", file=sys.stderr)
    print(f"{len(programs)} programs, {failures} problems", file=sys.stderr)
    return 1 if failures else 0


def topics():
    return sorted(p for p in HERE.iterdir() if p.is_dir() and p.name not in TOOLS)


def find_programs(paths):
    programs = []
    for path in paths:
        programs += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return [p for p in programs if p.suffix == ".py" and "__pycache__" not in p.parts]


def goldens_without_program(paths):
    goldens = [golden for path in paths for golden in sorted(path.glob("**/*.golden.json"))]
    return [g for g in goldens if not g.with_name(g.name.replace(".golden.json", ".py")).exists()]


def run_all(programs, serve, environment):
    """The goldens of all programs, or `{"error": ...}` for those that could not be run."""
    process = subprocess.run(
        [sys.executable, "-s", __file__, "--serve", serve, *map(str, programs)],
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
    )
    return [json.loads(line) for line in process.stdout.splitlines()]


def serve(programs, shift_addresses):
    """Runs the programs, each in a fork of this process; prints one golden a line."""
    import virtual  # noqa: F401  (first, since it replaces the clock)
    from virtual.run import RecordingFailed, run

    # A shell ignores it for what runs in the background, and then so would the programs.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for program in programs:
        try:
            golden = run(program.name, program.read_text(encoding="utf-8"), shift_addresses)
        except (RecordingFailed, OSError, UnicodeError) as error:
            golden = {"error": str(error)}
        print(json.dumps(golden), flush=True)


ADDRESS = re.compile(r"0x[0-9a-fA-F]{6,}")
LIBRARY = re.compile(r"/(?:lib|virtual)/\S*\.py")


def find_problem(program, one, other):
    """Why this golden must not be used, or None."""
    for golden in (one, other):
        if "error" in golden:
            return golden["error"]
    head = program.read_text(encoding="utf-8").splitlines()[:3]
    if not head or not head[0].startswith("# "):
        return "the first line must be a comment that says what the program shows"
    for line in one["output"]:
        if ADDRESS.search(line["text"]):
            return f"prints an object's address: {line['text']}"
        if LIBRARY.search(line["text"]):
            return f"prints a place inside the standard library: {line['text']}"
    if one != other and not any("# hash-order" in line for line in head):
        return "two runs differ:\n" + difference(one, other)
    return None


def difference(one, other):
    for a, b in zip(one["output"], other["output"]):
        if a != b:
            return f"  first: {a}\n  second: {b}"
    return f"  first: {one['output'][-1:]} {one['exit']}\n  second: {other['output'][-1:]} {other['exit']}"


def golden_path(program):
    return program.with_suffix(".golden.json")


def write(program, golden):
    golden_path(program).write_text(as_json(golden), encoding="utf-8")


def compare(program, golden):
    path = golden_path(program)
    if not path.exists():
        return "has no golden"
    stored = json.loads(path.read_text(encoding="utf-8"))
    return None if stored == golden else "differs from its golden:\n" + difference(stored, golden)


def as_json(golden):
    """One line of output a line, so that differences read well."""
    lines = ",\n".join("    " + json.dumps(line, ensure_ascii=False) for line in golden["output"])
    output = f"[\n{lines}\n  ]" if lines else "[]"
    exit = json.dumps(golden["exit"], ensure_ascii=False)
    return f'{{\n  "output": {output},\n  "exit": {exit},\n  "elapsed": {json.dumps(golden["elapsed"])}\n}}\n'


def show(program, golden):
    print(f"== {program}")
    for line in golden["output"]:
        print(f"{line['t']:10.3f} {'!' if line['stream'] == 'stderr' else ' '} {line['text']}")
    print(f"{golden['elapsed']:10.3f} = {golden['exit']}")


if __name__ == "__main__":
    sys.exit(main())
