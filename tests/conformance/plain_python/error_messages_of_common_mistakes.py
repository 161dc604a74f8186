# What CPython says to the mistakes that beginners make: names, attributes, types, keys, values.
import math


class Car:
    wheels = 4

    def __init__(self, brand):
        self.brand = brand

    def drive(self, km):
        return km


car, numbers, d, text, nothing, number = Car("VW"), [1, 2, 3], {"one": 1}, "text", None, 5
mistakes = [
    lambda: pint("hello"),
    lambda: car.brnd,
    lambda: car.drive(),
    lambda: Car.drive(5),
    lambda: car.brand(),
    lambda: numbers[3],
    lambda: numbers["1"],
    lambda: numbers.add(4),
    lambda: d["two"],
    lambda: d.one,
    lambda: text + number,
    lambda: number + text,
    lambda: text[0.5],
    lambda: text.uper(),
    lambda: nothing + 1,
    lambda: nothing[0],
    lambda: nothing.append(1),
    lambda: len(number),
    lambda: number[0],
    lambda: number(),
    lambda: number.x,
    lambda: [x for x in number],
    lambda: number in number,
    lambda: "a" > 1,
    lambda: [1] > 1,
    lambda: {} > {},
    lambda: -"x",
    lambda: not_defined,
    lambda: math.squareroot(2),
    lambda: math.sqrt(-1),
    lambda: math.sqrt("4"),
    lambda: int("12a"),
    lambda: float("abc"),
    lambda: int("3.7"),
    lambda: sum(1, 2),
    lambda: Car.wheel,
    lambda: Car.__init__(),
    lambda: (1, 2) + [3],
    lambda: "abc" @ 3,
    lambda: isinstance(5, 5),
    lambda: issubclass(5, int),
    lambda: getattr(car),
    lambda: super().x,
    lambda: object().x,
    lambda: (lambda: 0).x,
    lambda: "%d" % "5",
    lambda: sorted(5),
    lambda: str(1, 2),
    lambda: bool(1, 2),
    lambda: [].sort(key=5) or [2, 1].sort(key=5),
    lambda: car < car,
    lambda: car + car,
    lambda: car[0],
    lambda: car(),
    lambda: len(car),
    lambda: iter(car),
    lambda: next(car),
]
for i, mistake in enumerate(mistakes):
    try:
        result = mistake()
        print(i, "fine", type(result).__name__)
    except Exception as e:
        print(i, type(e).__name__, e)
