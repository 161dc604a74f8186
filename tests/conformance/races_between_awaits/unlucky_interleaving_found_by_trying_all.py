# All orders of two tasks' steps are tried; only some of them lose an update.
import itertools


def increment(box):
    value = box["n"]
    yield "read"
    box["n"] = value + 1
    yield "wrote"


def run(schedule):
    box = {"n": 0}
    tasks = {"a": increment(box), "b": increment(box)}
    for name in schedule:
        next(tasks[name])
    return box["n"]


schedules = sorted(set(itertools.permutations("aabb")))
for schedule in schedules:
    result = run(schedule)
    print("".join(schedule), result, "" if result == 2 else "lost")
print(sum(run(s) == 2 for s in schedules), "of", len(schedules), "are right")
