"""Statistics, summed exactly: floats and integers are taken as ratios of integers."""

import math

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
    "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev",
    "pvariance", "quantiles", "stdev", "variance",
]


class StatisticsError(ValueError):
    pass


def _ratio(x):
    """(numerator, denominator); the denominator is None for infinities and NaN."""
    try:
        if isinstance(x, float):
            return x.as_integer_ratio() if math.isfinite(x) else (x, None)
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _common_type(a, b):
    if a is b or b is int or b is bool:
        return a
    if a is int or issubclass(b, a):
        return b
    if issubclass(a, b) or issubclass(a, int):
        return a if issubclass(a, b) else b
    if issubclass(b, int):
        return a
    if issubclass(a, float) or issubclass(b, float):
        return a if issubclass(a, float) else b
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _reduced(n, d):
    common = math.gcd(n, d)
    return n // common, d // common


class _Sums:
    """The exact sums of x and of x * x, how many there are, and their common type."""

    def __init__(self, data, squares=False):
        self.count = 0
        self.type = int
        self.special = None
        plain, squared = {}, {}
        for x in data:
            self.count += 1
            if type(x) is not self.type:
                self.type = _common_type(self.type, type(x))
            n, d = _ratio(x)
            if d is None:
                self.special = n if self.special is None else self.special + n
                continue
            plain[d] = plain.get(d, 0) + n
            if squares:
                squared[d] = squared.get(d, 0) + n * n
        self.total = _combined(plain)
        self.squares = _combined({d * d: n for d, n in squared.items()})


def _combined(partials):
    n, d = 0, 1
    for denominator, numerator in partials.items():
        n, d = n * denominator + numerator * d, d * denominator
        n, d = _reduced(n, d)
    return n, d


def _converted(n, d, kind):
    n, d = _reduced(n, d)
    if issubclass(kind, int):
        return kind(n) if d == 1 else n / d
    if issubclass(kind, float):
        return kind(n / d)
    return kind(n, d)


def mean(data):
    sums = _Sums(data)
    if sums.count < 1:
        raise StatisticsError("mean requires at least one data point")
    if sums.special is not None:
        return sums.special / sums.count
    n, d = sums.total
    return _converted(n, d * sums.count, sums.type)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    den = math.fsum(weights)
    if not den:
        raise StatisticsError("sum of weights must be non-zero")
    return _sum_of_products(data, weights) / den


def _sum_of_products(xs, ys):
    products = {}
    for x, y in zip(xs, ys):
        (a, b), (c, d) = _ratio(x), _ratio(y)
        if b is None or d is None:
            return math.fsum([x * y for x, y in zip(xs, ys)])
        products[b * d] = products.get(b * d, 0) + a * c
    n, d = _combined(products)
    return n / d


def geometric_mean(data):
    logs, zero = [], False
    for position, x in enumerate(data, start=1):
        if x > 0.0 or x != x:
            logs.append(math.log(x))
        elif x == 0.0:
            logs.append(None)
            zero = True
        else:
            raise StatisticsError("No negative inputs allowed", x)
    if not logs:
        raise StatisticsError("Must have a non-empty dataset")
    return 0.0 if zero else math.exp(math.fsum(logs) / len(logs))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(data) == 1 and weights is None:
        x = data[0]
        if not hasattr(x, "numerator") and not isinstance(x, float):
            raise TypeError("unsupported type")
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return x
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    if any(x < 0 for x in data) or any(w < 0 for w in weights):
        raise StatisticsError("harmonic mean does not support negative values")
    total = _Sums(weights)
    kind = _Sums([*weights, *data]).type
    try:
        sums = _Sums([w / x if w else 0 for w, x in zip(weights, data)])
    except ZeroDivisionError:
        return 0
    if sums.total[0] <= 0:
        raise StatisticsError("Weighted sum must be positive")
    (a, b), (c, d) = total.total, sums.total
    return _converted(a * d, b * c, float if issubclass(kind, int) and sums.type is float else kind)


def median(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    below = sum(1 for value in data if value < x)
    equal = data.count(x)
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return x - interval / 2.0 + interval * (n / 2 - below) / equal


def _counted(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counted(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counted(data)
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    elif method == "exclusive":
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    return result


def _spread(data, center, least, name):
    """(numerator, denominator, count, type) of the sum of squared deviations."""
    data = list(data)
    if center is None:
        sums = _Sums(data, squares=True)
    else:
        # With a given centre CPython squares before it sums exactly.
        sums = _Sums([(x - center) * (x - center) for x in data])
        sums.squares = sums.total
    count = sums.count
    if count < least:
        needed = "one data point" if least == 1 else "two data points"
        raise StatisticsError(f"{name} requires at least {needed}")
    if sums.special is not None:
        return None, None, count, sums.type
    n, d = sums.squares
    if center is None:
        a, b = sums.total
        n, d = count * n * b * b - a * a * d, d * b * b * count
    return n, d, count, sums.type


def variance(data, xbar=None):
    n, d, count, kind = _spread(data, xbar, 2, "variance")
    return math.nan if n is None else _converted(n, d * (count - 1), kind)


def pvariance(data, mu=None):
    n, d, count, kind = _spread(data, mu, 1, "pvariance")
    return math.nan if n is None else _converted(n, d * count, kind)


def stdev(data, xbar=None):
    n, d, count, _ = _spread(data, xbar, 2, "stdev")
    return math.nan if n is None else _sqrt(n, d * (count - 1))


def pstdev(data, mu=None):
    n, d, count, _ = _spread(data, mu, 1, "pstdev")
    return math.nan if n is None else _sqrt(n, d * count)


def _sqrt(n, d):
    """The square root of a ratio, rounded once: an odd last bit, far below the precision, says that it is inexact."""
    if not n:
        return 0.0
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        return float(_sticky_root(n, d << 2 * shift) << shift)
    return _sticky_root(n << -2 * shift, d) / (1 << -shift)


def _sticky_root(n, d):
    root = math.isqrt(n // d)
    return root | (root * root * d != n)


def _paired(x, y, name):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return x, y


def _centered(values):
    middle = math.fsum(values) / len(values)
    return [value - middle for value in values]


def covariance(x, y, /):
    x, y = _paired(x, y, "covariance")
    return _sum_of_products(_centered(x), _centered(y)) / (len(x) - 1)


def correlation(x, y, /, *, method="linear"):
    x, y = _paired(x, y, "correlation")
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        x, y = _ranks(x), _ranks(y)
    else:
        x, y = _centered(x), _centered(y)
    sxy = _sum_of_products(x, y)
    sxx = _sum_of_products(x, x)
    syy = _sum_of_products(y, y)
    try:
        return sxy / _root_of_product(sxx, syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


def _root_of_product(x, y):
    root = math.sqrt(x * y)
    if math.isinf(root) and math.isfinite(x) and math.isfinite(y):
        return _root_of_product(x * 2.0 ** -512, y * 2.0 ** -512) / 2.0 ** -512
    if root == 0.0 and x and y:
        return _root_of_product(x * 2.0 ** 537, y * 2.0 ** 537) / 2.0 ** 537
    if not root or not math.isfinite(root):
        return root
    # One step of Newton's method with an exact remainder.
    return root + _sum_of_products((x, root), (y, -root)) / (2.0 * root)


def _ranks(values):
    ordered = sorted(values)
    start = (len(values) - 1) / -2
    middle = {}
    for position, value in enumerate(ordered):
        first, count = middle.get(value, (position, 0))
        middle[value] = first, count + 1
    return [start + middle[v][0] + (middle[v][1] - 1) / 2 for v in values]


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    x, y = _paired(x, y, "linear regression")
    xbar, ybar = math.fsum(x) / len(x), math.fsum(y) / len(y)
    if proportional:
        sxy, sxx = _sum_of_products(x, y) + 0.0, _sum_of_products(x, x)
    else:
        x = [value - xbar for value in x]
        y = [value - ybar for value in y]
        sxy, sxx = _sum_of_products(x, y) + 0.0, _sum_of_products(x, x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    kind = namedtuple("LinearRegression", ("slope", "intercept"), module="statistics")
    return kind(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


# Rational approximations of the normal quantile: Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988).
# Numerator and denominator, highest power first: for the middle, the tails, and the far tails.
_MIDDLE = (
    (2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
     1971.5909503065514427, 133.14166789178437745, 3.3871328727963666080),
    (5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867, 5394.1960214247511077,
     687.18700749205790830, 42.313330701600911252, 1.0),
)
_TAIL = (
    (7.74545014278341407640e-4, 0.0227238449892691845833, 0.241780725177450611770, 1.27045825245236838258,
     3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 0.0151986665636164571966, 0.148103976427480074590,
     0.689767334985100004550, 1.67638483018380384940, 2.05319162663775882187, 1.0),
)
_FAR_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.00124266094738807843860, 0.0265321895265761230930,
     0.296560571828504891230, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
     0.0148753612908506148525, 0.136929880922735805310, 0.599832206555887937690, 1.0),
)


def _ratio_at(polynomials, r):
    values = []
    for coefficients in polynomials:
        value = 0.0
        for coefficient in coefficients:
            value = value * r + coefficient
        values.append(value)
    return values


def _normal_quantile(p, mu, sigma):
    q = p - 0.5
    if math.fabs(q) <= 0.425:
        num, den = _ratio_at(_MIDDLE, 0.180625 - q * q)
        return mu + num * q / den * sigma
    r = math.sqrt(-math.log(p if q <= 0.0 else 1.0 - p))
    num, den = _ratio_at(_TAIL, r - 1.6) if r <= 5.0 else _ratio_at(_FAR_TAIL, r - 5.0)
    return mu + math.copysign(num / den, q) * sigma


class NormalDist:
    __slots__ = ("_mu", "_sigma")

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return math.exp(diff * diff / (-2.0 * variance)) / math.sqrt(math.tau * variance)

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _normal_quantile(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def samples(self, n, *, seed=None):
        import random

        rnd = random.random if seed is None else random.Random(seed).random
        return [_normal_quantile(rnd(), self._mu, self._sigma) for _ in range(n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        narrow, wide = self, other
        if (wide._sigma, wide._mu) < (narrow._sigma, narrow._mu):
            narrow, wide = wide, narrow
        if not narrow.variance or not wide.variance:
            raise StatisticsError("overlap() not defined when sigma is zero")
        spread = wide.variance - narrow.variance
        apart = math.fabs(wide._mu - narrow._mu)
        if not spread:
            return 1.0 - math.erf(apart / (2.0 * narrow._sigma * math.sqrt(2.0)))
        # The two densities meet where a quadratic equation is solved.
        middle = narrow._mu * wide.variance - wide._mu * narrow.variance
        root = narrow._sigma * wide._sigma * math.sqrt(
            apart * apart + spread * math.log(wide.variance / narrow.variance)
        )
        meetings = (middle + root) / spread, (middle - root) / spread
        return 1.0 - sum(math.fabs(wide.cdf(x) - narrow.cdf(x)) for x in meetings)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * math.sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    median = mode = mean

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    __radd__ = __add__

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, math.hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * abs(x2))

    __rmul__ = __mul__

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / abs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
