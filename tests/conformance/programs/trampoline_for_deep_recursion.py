# A trampoline runs generators that yield their recursive calls, far deeper than the stack allows.
import sys
import types


def trampoline(gen):
    stack, value = [gen], None
    deepest = 1
    while stack:
        try:
            result = stack[-1].send(value)
            if isinstance(result, types.GeneratorType):
                stack.append(result)
                deepest = max(deepest, len(stack))
                value = None
            else:
                value = result
        except StopIteration as stop:
            stack.pop()
            value = stop.value
    return value, deepest


def total(n):
    if n == 0:
        return 0
    rest = yield total(n - 1)
    return n + rest


def fib(n):
    if n < 2:
        return n
    a = yield fib(n - 1)
    b = yield fib(n - 2)
    return a + b


print(trampoline(total(5000)), trampoline(fib(15)))


def is_even(n):
    return True if n == 0 else (yield is_odd(n - 1))


def is_odd(n):
    return False if n == 0 else (yield is_even(n - 1))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return (yield ackermann(m - 1, 1))
    return (yield ackermann(m - 1, (yield ackermann(m, n - 1))))


print(trampoline(is_even(3000)), trampoline(is_odd(2001)), trampoline(ackermann(2, 6)))


def plain_total(n):
    return 0 if n == 0 else n + plain_total(n - 1)


try:
    plain_total(5000)
except RecursionError as e:
    print("without it:", str(e)[:32], sys.getrecursionlimit())


def failing(n):
    if n == 0:
        raise ValueError("at the bottom")
    return (yield failing(n - 1))


try:
    trampoline(failing(3))
except ValueError as e:
    print(e)
