# Name mangling, class scope, __qualname__, __doc__, __dict__, and what a class body sees.
x = "global"


class Outer:
    """The outer class."""

    x = "class"
    copies = [x for _ in range(2)]
    first = [x, *[n * 2 for n in (1, 2)]]

    class Inner:
        def where(self):
            return type(self).__qualname__

    def __secret(self):
        return "mangled"

    def reveal(self):
        return self.__secret()

    def look(self):
        return x, self.x

    def make(self):
        def local():
            pass

        return local

    lambda_ = lambda self: self.x + "!"


o = Outer()
print(o.reveal(), o._Outer__secret(), hasattr(o, "__secret"))
print(o.look(), Outer.copies, Outer.first, o.lambda_())
print(o.Inner().where(), o.make().__qualname__, Outer.look.__qualname__, Outer.lambda_.__name__)
print(Outer.__doc__, "|", Outer.Inner.__doc__, "|", Outer.__module__, Outer.__name__)
print([k for k in vars(Outer) if not k.startswith("__")])
print(repr(Outer), repr(Outer.Inner), str(type(o)))

if (condition := len("abc")) == 3:
    class Chosen:
        value = condition
        for i in range(3):
            value += i
print(Chosen.value, Chosen.i)
try:
    class Broken:
        a = 1
        b = [a + n for n in range(2)]
except NameError as e:
    print(e)
else:
    print("b", Broken.b)
try:
    class Broken2:
        a = 1
        b = [n for n in range(2) if n < a2]
except NameError as e:
    print(e)
