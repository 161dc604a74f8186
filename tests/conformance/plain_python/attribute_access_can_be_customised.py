# __getattr__, __getattribute__, __setattr__, __delattr__ and __dir__.
class Config:
    defaults = {"host": "localhost", "port": 8080}

    def __init__(self, **values):
        object.__setattr__(self, "_values", values)

    def __getattr__(self, name):
        print(f"(looking up {name})")
        if name in self._values:
            return self._values[name]
        try:
            return self.defaults[name]
        except KeyError:
            raise AttributeError(f"no setting {name!r}") from None

    def __setattr__(self, name, value):
        if name.startswith("_"):
            raise AttributeError("private: " + name)
        print("set", name, value)
        self._values[name] = value

    def __delattr__(self, name):
        print("del", name)
        self._values.pop(name)

    def __dir__(self):
        return ["one", *self._values]


c = Config(debug=True)
print(c.debug, c.port, c.defaults["host"])
c.port = 9090
print(c.port)
del c.port
print(c.port, hasattr(c, "nope"), getattr(c, "nope", "fallback"), sorted(dir(c)))
for bad in (lambda: c.nope, lambda: setattr(c, "_x", 1), lambda: getattr(c, 5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


class Traced:
    x = 1

    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        return ("traced", super().__getattribute__(name))

    def __getattr__(self, name):
        return "fallback for " + name


t = Traced()
t.y = 2
print(t.x, t.y, t.secret, t.unknown)
