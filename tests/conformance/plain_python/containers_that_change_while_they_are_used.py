# Lists may grow while a loop runs over them, dicts and sets may not; sorts notice; indices by __index__.
def tell(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)



def grow_dict():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1


def grow_set():
    s = {1}
    for k in s:
        s.add(k + 1)


def grow_list():
    numbers, seen = [1, 2, 3], []
    for n in numbers:
        seen.append(n)
        if len(numbers) < 8:
            numbers.append(n)
    return seen


def grow_while_sorting():
    numbers = [3, 1, 2]
    numbers.sort(key=lambda n: numbers.append(n) or n)


class One:
    def __index__(self):
        return 1


for f in (grow_dict, grow_set, grow_list, grow_while_sorting):
    tell(f)
tell(lambda: ([1, 2, 3][One()], [1, 2, 3][One():], "abc"[One()], range(5)[One()], [0] * One(), range(One()), [1, 2].pop(One()), hex(One())))
numbers = list(range(10))
numbers[2:5] = ["x"]
print(numbers)
numbers[::2] = [0] * len(numbers[::2])
print(numbers)
del numbers[1::2]
print(numbers)
numbers[1:1] = [7, 8]
numbers[5:2] = "ab"
print(numbers)


def wrong_size():
    numbers[::2] = [1]


def no_iterable():
    numbers[0:1] = 5


tell(wrong_size)
tell(no_iterable)
tell(lambda: [1][::0])
tell(lambda: [1]["a":])
tell(lambda: [1][2**70])
x = [1, 2]
x += (3,)
x *= 2
print(x, (1, 2) * 2, [[]] * 2, [1] * -1)
tell(lambda: (slice(1, 10, 2).indices(5), slice(5, None, -1).indices(3), slice(1) == slice(None, 1, None)))
tell(lambda: [1] + (2,))
tell(lambda: [1] * "a")
