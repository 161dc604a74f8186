# isinstance() believes `__class__`: proxies and mocks pass for what they stand for.
import weakref


class Engine:
    def run(self):
        return "runs"


class Diesel(Engine):
    pass


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __getattribute__(self, name):
        print("asked for", name)
        return getattr(object.__getattribute__(self, "target"), name)


class Mock:
    def __init__(self, spec):
        self.spec = spec

    @property
    def __class__(self):
        return self.spec


class Confused:
    __class__ = 3


class Refusing:
    def __getattribute__(self, name):
        raise AttributeError(name)


proxy = Proxy(Diesel())
print(isinstance(proxy, Proxy), isinstance(proxy, Engine), isinstance(proxy, int), type(proxy).__name__)
print(isinstance(proxy, (int, Engine)), isinstance(proxy, int | Diesel), proxy.run(), proxy.__class__)
mock = Mock(Engine)
print(isinstance(mock, Engine), isinstance(mock, Diesel), isinstance(mock, Mock), issubclass(type(mock), Engine))
print(isinstance(Confused(), Engine), isinstance(Refusing(), Engine), isinstance(3, Engine))
engine = Diesel()
print(isinstance(weakref.proxy(engine), Engine), isinstance(weakref.proxy(engine), str))
match mock:
    case Diesel():
        print("a diesel")
    case Engine():
        print("an engine")
match proxy:
    case str() | Mock():
        print("a text")
    case Diesel() as same:
        print("a diesel", same is proxy)
