"""Functions of complex numbers."""

import math

__all__ = [
    "cos", "cosh", "e", "exp", "inf", "infj", "isclose", "isfinite", "isinf", "isnan", "log", "log10", "nan", "nanj",
    "phase", "pi", "polar", "rect", "sin", "sinh", "sqrt", "tan", "tanh", "tau",
]

e, inf, nan, pi, tau = math.e, math.inf, math.nan, math.pi, math.tau
infj, nanj = complex(0.0, inf), complex(0.0, nan)


def _parts(z):
    if not any(hasattr(z, name) for name in ("__complex__", "__float__", "__index__")):
        raise TypeError(f"must be real number, not {type(z).__name__}")
    z = complex(z)
    return z.real, z.imag


def phase(z, /):
    x, y = _parts(z)
    return math.atan2(y, x)


def polar(z, /):
    x, y = _parts(z)
    return math.hypot(x, y), math.atan2(y, x)


def rect(r, phi, /):
    return complex(r * math.cos(phi), r * math.sin(phi) if phi else phi * r)


def sqrt(z, /):
    x, y = _parts(z)
    if not x and not y:
        return complex(0.0, y)
    if math.isinf(y):
        return complex(inf, y)
    eighth = abs(x) / 8
    s = 2 * math.sqrt(eighth + math.hypot(eighth, y / 8))
    d = abs(y) / (2 * s)
    return complex(s, math.copysign(d, y)) if x >= 0 else complex(d, math.copysign(s, y))


def exp(z, /):
    x, y = _parts(z)
    try:
        size = math.exp(x)
    except OverflowError:
        raise OverflowError("math range error") from None
    return complex(size * math.cos(y), size * math.sin(y))


def log(z, base=None, /):
    x, y = _parts(z)
    if not x and not y:
        raise ValueError("math domain error")
    less, more = sorted((abs(x), abs(y)))
    size = math.hypot(x, y)
    near_one = 0.71 <= size <= 1.73
    real = math.log1p((more - 1) * (more + 1) + less * less) / 2 if near_one else math.log(size)
    found = complex(real, math.atan2(y, x))
    return found if base is None else found / log(base)


def log10(z, /):
    found = log(z)
    return complex(found.real / math.log(10), found.imag / math.log(10))


def cosh(z, /):
    x, y = _parts(z)
    return complex(math.cos(y) * math.cosh(x), math.sin(y) * math.sinh(x))


def sinh(z, /):
    x, y = _parts(z)
    return complex(math.cos(y) * math.sinh(x), math.sin(y) * math.cosh(x))


def tanh(z, /):
    x, y = _parts(z)
    tx, ty, cx = math.tanh(x), math.tan(y), 1 / math.cosh(x)
    both = tx * ty
    below = 1 + both * both
    return complex(tx * (1 + ty * ty) / below, ty / below * cx * cx)


def cos(z, /):
    x, y = _parts(z)
    return cosh(complex(-y, x))


def sin(z, /):
    x, y = _parts(z)
    turned = sinh(complex(-y, x))
    return complex(turned.imag, -turned.real)


def tan(z, /):
    x, y = _parts(z)
    turned = tanh(complex(-y, x))
    return complex(turned.imag, -turned.real)


def isfinite(z, /):
    return all(map(math.isfinite, _parts(z)))


def isinf(z, /):
    return any(map(math.isinf, _parts(z)))


def isnan(z, /):
    return any(map(math.isnan, _parts(z)))


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
