# send, throw and close on a coroutine: what an event loop does, without one.
import types


@types.coroutine
def pause(what):
    answer = yield what
    return answer


async def dialog():
    name = await pause("your name?")
    try:
        age = await pause(f"{name}, your age?")
    except ValueError as error:
        age = f"unknown ({error})"
    return f"{name} is {age}"


def drive(coroutine, answers):
    try:
        question = coroutine.send(None)
        while True:
            answer = answers.pop(0)
            print(f"{question} {answer}")
            if isinstance(answer, Exception):
                question = coroutine.throw(answer)
            else:
                question = coroutine.send(answer)
    except StopIteration as stop:
        return stop.value


print(drive(dialog(), ["Ada", 36]))
print(drive(dialog(), ["Bob", ValueError("secret")]))
coroutine = dialog()
try:
    coroutine.send("too early")
except TypeError as error:
    print("TypeError:", error)
print(coroutine.send(None))
coroutine.close()
try:
    coroutine.send(None)
except RuntimeError as error:
    print("RuntimeError:", error)
