# cmath's functions, the signs of zeros in complex(), the source of functions and classes, the platform's Python.
import cmath
import functools
import inspect
import platform


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for z in (1, -1, 1j, -1j, 3 + 4j, 0, 0.5, -2 - 0.0j):
    for name in ("sqrt", "exp", "log", "log10", "phase", "polar"):
        attempt(lambda: (name, z, getattr(cmath, name)(z)))
for z in (1, 1j, 0.5):
    print(z, cmath.sin(z), cmath.cos(z), cmath.tan(z), cmath.tanh(z))
print(cmath.rect(2, cmath.pi / 2), cmath.rect(1, 0), cmath.log(8, 2), cmath.exp(1j * cmath.pi) + 1)
print(cmath.isclose(1 + 1j, 1 + 1.0000000001j), cmath.isnan(cmath.nanj), cmath.isinf(cmath.infj), cmath.isfinite(1j))
attempt(lambda: cmath.sqrt("x"))
attempt(lambda: cmath.exp(1000))
print(complex(1.0, -0.0), complex(-0.0, -0.0), complex(1, 2j))
a, b, c = 1, 2, 5
print((-b + cmath.sqrt(b * b - 4 * a * c)) / (2 * a))


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


@logged
@logged
def area(width,
         height=(1
         )):
    """How large it is."""
    if width:
        return width * height

    return 0


# A comment between them.
class Shape:
    sides = 4

    def describe(self):
        return self.sides

    async def draw(self): pass

    name = "square"


for thing in (area, Shape, Shape.describe, Shape().describe, Shape.draw, 5, len):
    attempt(lambda: inspect.getsource(thing))
print(inspect.getsourcelines(area)[1], platform.python_implementation(), platform.system())
