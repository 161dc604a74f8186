# The operator module: itemgetter, attrgetter, methodcaller and operators as functions.
import operator as op
from operator import attrgetter, itemgetter, methodcaller


class Car:
    def __init__(self, name, speed, engine=None):
        self.name, self.speed, self.engine = name, speed, engine

    def race(self, km, boost=0):
        return f"{self.name} needs {km / (self.speed + boost):.2f} h"

    def __repr__(self):
        return self.name


cars = [Car("Mini", 120), Car("Fiat", 90, Car("motor", 5)), Car("Audi", 120)]
print(sorted(cars, key=attrgetter("speed", "name")), max(cars, key=attrgetter("speed")), attrgetter("engine.speed")(cars[1]))
print([methodcaller("race", 60, boost=30)(c) for c in cars], list(map(methodcaller("upper"), "abc")))
rows = [("b", 2, "x"), ("a", 2, "y"), ("c", 1, "z")]
print(sorted(rows, key=itemgetter(1)), sorted(rows, key=itemgetter(1, 0)), itemgetter(0, 2)(rows[0]), itemgetter(-1)("xyz"), itemgetter(slice(1, 3))("abcd"), itemgetter("k")({"k": 5}))
print(op.add(2, 3), op.sub(2, 3), op.mul("ab", 2), op.truediv(1, 4), op.floordiv(-7, 2), op.mod(-7, 3), op.pow(2, 5), op.neg(3), op.not_([]), op.truth([0]), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.invert(5), op.lshift(1, 4), op.rshift(16, 2))
print(op.lt(1, 2), op.le(2, 2), op.eq("a", "a"), op.ne(1, 1.0), op.ge(1, 2), op.gt("b", "a"), op.is_(None, None), op.is_not(1, None), op.contains([1, 2], 2), op.countOf("banana", "a"), op.indexOf([5, 6], 6), op.concat([1], [2]), op.getitem({"a": 1}, "a"), op.length_hint([1, 2]), op.index(True), op.abs(-2), op.matmul.__name__)
d = {"a": 1}
op.setitem(d, "b", 2)
op.delitem(d, "a")
items = [1]
print(d, op.iadd(items, [2]) is items, items, op.iconcat([0], [1]), op.call(len, "abc"), op.imul(3, 4))
ops = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv}


def rpn(text):
    stack = []
    for token in text.split():
        if token in ops:
            b, a = stack.pop(), stack.pop()
            stack.append(ops[token](a, b))
        else:
            stack.append(float(token))
    return stack.pop()


print(rpn("5 1 2 + 4 * + 3 -"), repr(itemgetter(1, 2)), repr(attrgetter("a.b")), repr(methodcaller("m", 1, k=2)))
for bad in (lambda: itemgetter(5)([1]), lambda: attrgetter("nope")(5), lambda: methodcaller("x")(5), lambda: attrgetter(5), lambda: itemgetter(), lambda: op.add(1), lambda: op.indexOf([1], 2), lambda: rpn("1 0 /")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
