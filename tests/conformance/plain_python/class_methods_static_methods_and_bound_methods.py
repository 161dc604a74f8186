# What the first argument is in each kind of method; bound methods are objects.
class Pizza:
    count = 0
    sizes = {"S": 20, "L": 32}

    def __init__(self, *toppings, size="S"):
        self.toppings = list(toppings)
        self.size = self.check(size)
        Pizza.count += 1

    @classmethod
    def margherita(cls, **kw):
        return cls("tomato", "mozzarella", **kw)

    @staticmethod
    def check(size):
        if size not in Pizza.sizes:
            raise KeyError(size)
        return size

    def add(self, *more):
        self.toppings.extend(more)
        return self

    def __str__(self):
        return f"{type(self).__name__.lower()} ({self.sizes[self.size]} cm): {', '.join(self.toppings)}"


class Calzone(Pizza):
    pass


p = Pizza.margherita(size="L").add("basil").add("olives", "capers")
c = Calzone.margherita()
print(p, c, sep="\n")
print(Pizza.count, Calzone.count, c.count)
c.count = 99
print(Pizza.count, Calzone.count, c.count, "count" in vars(c), "count" in vars(p))

add = c.add
add("ham")
print(c.toppings, add.__self__ is c, add.__func__ is Pizza.add, add.__name__)
print(Pizza.add(p, "egg").toppings[-1], p.check is Pizza.check, c.add == c.add)
print(Pizza.margherita.__self__.__name__, Calzone.margherita.__self__.__name__)
for bad in (lambda: Pizza.add(), lambda: p.check(), lambda: Pizza.margherita("x", size="L", price=3), lambda: Pizza(size="M")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
