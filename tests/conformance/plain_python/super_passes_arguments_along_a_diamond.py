# Cooperative __init__ with keyword arguments: each class takes its own and hands on the rest.
class Base:
    def __init__(self, **rest):
        print("Base gets", rest)
        super().__init__(**rest)


class Named(Base):
    def __init__(self, name="?", **rest):
        print("Named takes", name)
        self.name = name
        super().__init__(**rest)


class Priced(Base):
    def __init__(self, *, price, **rest):
        print("Priced takes", price)
        self.price = price
        super().__init__(**rest)

    @classmethod
    def free(cls, **kw):
        return cls(price=0, **kw)

    def __repr__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in vars(self).items())
        return f"{type(self).__name__}({fields})"


class Product(Named, Priced):
    @classmethod
    def free(cls, name):
        return super().free(name=f"free {name}")

    @property
    def label(self):
        return f"{self.name}: {self.price:.2f}"


class Discounted(Product):
    @property
    def label(self):
        return "SALE " + super().label


print(Product(name="tea", price=3))
print(Discounted.free("sample").label)
try:
    Product(name="x", price=1, colour="red")
except TypeError as e:
    print(e)
try:
    Product("x")
except TypeError as e:
    print(e)


class Silent:
    def __init__(self):
        method = super().missing


try:
    Silent()
except AttributeError as e:
    print(e)
