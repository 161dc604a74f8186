# Ends with: done with classes
import asyncio
from collections import defaultdict, deque
from dataclasses import dataclass, field


@dataclass
class Order:
    number: int
    dish: str
    price: float = 4.5
    tags: list = field(default_factory=list)


class Person:
    count = 0

    def __init__(self, name):
        self.name = name
        Person.count += 1

    def __repr__(self):
        return f"Person({self.name!r})"

    def greet(self):
        return "Hello, " + self.name + "!"


class Cook(Person):
    def __init__(self, name, speed=1):
        super().__init__(name)
        self.speed = speed

    @property
    def label(self):
        return self.name.upper()

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, traceback):
        print(self.name, "goes home")

    async def cook(self, order):
        await asyncio.sleep(0.01 / self.speed)
        return f"{self.label} cooked {order.dish:<8}{order.price:6.2f}"


def fibonacci(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b


async def main():
    orders = [Order(n, dish) for n, dish in enumerate(["soup", "rice", "cake"], start=1)]
    print(orders[0], orders[0] == Order(1, "soup"))
    async with Cook("ada", speed=2) as cook:
        for line in await asyncio.gather(*map(cook.cook, orders)):
            print(line)
    print(Person("bob"), Person.count, isinstance(cook, Person), cook.greet())
    words = "the quick brown fox jumps over the lazy dog".split()
    lengths = {word: len(word) for word in words}
    print(lengths, {n for n in lengths.values() if n > 3})
    print(sorted(words, key=lambda word: (-len(word), word))[:3], max(lengths, key=lengths.get))
    by_length = defaultdict(list)
    for word in words:
        by_length[len(word)].append(word)
    for length, group in sorted(by_length.items()):
        print(length, ", ".join(group), sep=": ")
    recent = deque(maxlen=2)
    for number in fibonacci(30):
        recent.append(number)
    print(list(recent), sum(fibonacci(100)), 7 // 2, 7 % 3, 2**10, 7 / 2, -7 // 2, round(2.675, 2))
    matrix = [[row * column for column in range(3)] for row in range(3)]
    print(matrix, [list(column) for column in zip(*matrix)], matrix[1][-1], words[2:5], words[::-1][0])
    text = "  Some text, with commas  ".strip().lower().replace(",", ";")
    print(text, text.startswith("some"), text.find("with"), "-" * 20, text.title(), "x" in text)
    numbers = [5, 3, 8]
    numbers.sort()
    numbers.insert(1, 4)
    first, *others = numbers
    print(first, others, numbers.pop(), any(numbers), all(n > 2 for n in numbers), not numbers, None)
    settings = {"colour": "red", "size": 3}
    settings.update(size=4)
    for key, value in settings.items():
        print(f"{key=} {value!r:>8}")
    print(settings.get("shape", "none"), "size" in settings, tuple(settings), str(3) + "4", int("12"), float("1.5"))
    print(f"{1234567.891:,.2f} {0.256:.1%} {42:05d} {'mid':^9}| {255:x} {True}")
    if (size := len(words)) > 5 and not size == 8 or size is None:
        print("size", size)
    match settings:
        case {"size": int(size)} if size > 3:
            print("large", size)
        case _:
            print("small")
    try:
        settings["missing"]
    except KeyError as error:
        print("no", error)
    assert size == 4, "sizes differ"
    print("done with classes")


asyncio.run(main())
