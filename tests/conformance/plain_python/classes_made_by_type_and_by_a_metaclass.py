# type() with three arguments builds a class; a metaclass can count and share instances.
def hello(self):
    return f"hello from {self.__class__.__name__}, x={self.x}"


Made = type("Made", (), {"x": 5, "hello": hello})
Child = type("Child", (Made,), {"x": 6})
print(Made, Made().hello(), Child().hello())
print(type(Made), type(Made()) is Made, type(type))


class Singleton(type):
    _instances = {}

    def __new__(mcls, name, bases, namespace, **kw):
        print("making class", name, [k for k in namespace if not k.startswith("__")], kw)
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        super().__init__(name, bases, namespace)
        cls.created = 0

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
            cls.created += 1
        return cls._instances[cls]

    def __len__(cls):
        return cls.created

    @property
    def shout(cls):
        return cls.__name__.upper()


class Settings(metaclass=Singleton, flavour="mild"):
    colour = "blue"

    def __init__(self, name):
        self.name = name


a, b = Settings("first"), Settings("second")
print(a is b, a.name, len(Settings), Settings.shout, type(Settings).__name__)


class Even(int):
    def __new__(cls, value):
        return super().__new__(cls, value - value % 2)

    def __init__(self, value):
        self.original = value


e = Even(7)
print(e, e.original, e + 1, type(e + 1).__name__, isinstance(e, int))
try:
    a.shout
except AttributeError as err:
    print(err)
