"""Writes random small asyncio programs with their goldens, one JSON object a line.

    python3.13 fuzz.py --count 10000 [--seed 1] [--once] [--out FILE.jsonl]
    python3.13 fuzz.py --show 4711

A line is {"seed": n, "source": "...", "golden": {...}}; the programs have the numbers seed,
seed + 1, ..., and are called `fuzz.py` in their tracebacks. A program whose two runs (with
objects at different addresses) differ is reported and left out; exit code 1 if there was one.
`--once` does without the second run, in half the time.
"""

import argparse
import json
import os
import subprocess
import sys

NAME = "fuzz.py"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", help="a file (default: standard output)")
    parser.add_argument("--once", action="store_true", help="do without the second run")
    parser.add_argument("--show", type=int, help="print this one program and what it prints")
    parser.add_argument("--serve", choices=["first", "second"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.show is not None:
        return show(options.show)
    seeds = range(options.seed, options.seed + options.count)
    if options.serve:
        return serve(seeds, options.serve == "second")
    out = open(options.out, "w", encoding="utf-8") if options.out else sys.stdout
    refused = 0
    if options.once:
        with start(seeds, "first", "0") as first:
            out.writelines(first.stdout)
        return 1 if first.wait() else 0
    with start(seeds, "first", "0") as first, start(seeds, "second", "4711") as second:
        for line, other in zip(first.stdout, second.stdout):
            if line == other:
                out.write(line)
            else:
                refused += 1
                seed = json.loads(line)["seed"]
                print(f"program {seed}: two runs differ, left out", file=sys.stderr)
        if first.wait() or second.wait():
            return 1
    out.flush()
    return 1 if refused else 0


def start(seeds, serve, hash_seed):
    arguments = ["--seed", str(seeds.start), "--count", str(len(seeds)), "--serve", serve]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.Popen(
        [sys.executable, "-s", __file__, *arguments],
        env=environment | {"PYTHONHASHSEED": hash_seed},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )


def serve(seeds, shift_addresses):
    import virtual  # noqa: F401  (first, since it replaces the clock)
    from virtual.run import RecordingFailed, run

    from fuzz_programs import program

    for seed in seeds:
        source = program(seed)
        try:
            golden = run(NAME, source, shift_addresses)
        except RecordingFailed as error:
            print(f"program {seed}: {error}", file=sys.stderr)
            return 1
        print(json.dumps({"seed": seed, "source": source, "golden": golden}))
    return 0


def show(seed):
    import virtual  # noqa: F401
    from virtual.run import run

    from fuzz_programs import program

    source = program(seed)
    print(source)
    golden = run(NAME, source)
    for line in golden["output"]:
        print(f"{line['t']:8.3f} {'!' if line['stream'] == 'stderr' else ' '} {line['text']}")
    print(golden["exit"], golden["elapsed"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
