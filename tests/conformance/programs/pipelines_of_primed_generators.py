# Push pipelines: generators primed by a decorator receive lines through send and close each other.
import functools


def coroutine(func):
    @functools.wraps(func)
    def start(*args, **kwargs):
        gen = func(*args, **kwargs)
        next(gen)
        return gen

    return start


@coroutine
def grep(pattern, target):
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        print(f"grep {pattern} done")
        target.close()


@coroutine
def broadcast(*targets):
    try:
        while True:
            item = yield
            for t in targets:
                t.send(item)
    finally:
        for t in targets:
            t.close()


@coroutine
def counter(name):
    n = 0
    try:
        while True:
            line = yield
            n += 1
            print(f"{name}: {line}")
    finally:
        print(f"{name} saw {n}")


pipe = broadcast(grep("python", counter("P")), grep("snake", counter("S")))
for line in ["a python is a snake", "monty python", "no match here", "snake eyes"]:
    pipe.send(line)
pipe.close()
try:
    pipe.send("too late")
except StopIteration:
    print("pipe is closed")
