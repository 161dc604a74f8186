# super() works in what runs while a class is made; the bases' metaclass makes it; a metaclass may leave no cell out.


class Base:
    def __init_subclass__(cls):
        super().__init_subclass__()
        print(cls().name())

    def name(self):
        return "base"


class Sub(Base):
    def name(self):
        return "sub of " + super().name()


class Meta(type):
    def __new__(meta, name, bases, namespace):
        made = super().__new__(meta, name, bases, namespace)
        made.tag = made().greeting()
        return made


class Tagged(metaclass=Meta):
    def greeting(self):
        return __class__.__name__


class Named:
    def __set_name__(self, owner, name):
        print(name, owner().greeting())


class Owner(Tagged):
    field = Named()

    def greeting(self):
        return super().greeting() + " of an owner"


made = type("Made", (Tagged,), {})
print(type(made).__name__, made.tag)


class Forgetful(type):
    def __new__(meta, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(meta, name, bases, namespace)


try:
    class Lost(metaclass=Forgetful):
        def method(self):
            return super()
except RuntimeError as error:
    print(error)


class Twice(type):
    def __new__(meta, name, bases, namespace):
        cell = namespace["__classcell__"]
        made = super().__new__(meta, name, bases, namespace)
        super().__new__(meta, "Other", bases, {"__classcell__": cell})
        return made


try:
    class Confused(metaclass=Twice):
        def method(self):
            return super()
except TypeError as error:
    print(error)


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key if key.startswith("__") else key.upper(), value)


class Shouting(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Upper()


class Loud(metaclass=Shouting):
    locals()["volume"] = 11


print(Loud.VOLUME)
