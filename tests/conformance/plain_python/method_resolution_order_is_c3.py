# The order of base classes follows C3; inconsistent bases are refused.
class Root:
    def who(self):
        return ["Root"]


class A(Root):
    def who(self):
        return ["A"] + super().who()


class B(Root):
    def who(self):
        return ["B"] + super().who()


class C(A, B):
    def who(self):
        return ["C"] + super().who()


class D(B):
    pass


class E(C, D):
    def who(self):
        return ["E"] + super(E, self).who()


for cls in (Root, A, C, E):
    print(cls.__name__, [k.__name__ for k in cls.__mro__])
print(E().who())
print(C.__bases__, E.__base__.__name__)
print(super(C, E()).who())
print(issubclass(E, B), isinstance(D(), A), E.mro() == list(E.__mro__))

try:
    class Bad(Root, A):
        pass
except TypeError as e:
    print(e)
try:
    class Twice(A, A):
        pass
except TypeError as e:
    print(e)
try:
    class FromInstance(True):
        pass
except TypeError as e:
    print(e)
try:
    class NoBool(bool):
        pass
except TypeError as e:
    print(e)
