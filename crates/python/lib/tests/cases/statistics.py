import statistics as st, random, textwrap, math, numbers
from fractions import Fraction as F
from statistics import *


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


random.seed(5)
sets = [[1, 2, 3], [1, 2], [1.5, 2.5, 4], [1, 2.5], [0.1] * 10, [F(1, 3), F(1, 2)], [True, False, True], [10**20, 1, -10**20], [5], [-1.5, 3, 3], [1e-300, 2e-300]]
for _ in range(150):
    sets.append([random.choice([random.gauss(0, 10), random.random() * 10 ** random.randint(-8, 8)]) for _ in range(random.randint(2, 30))])
    sets.append([random.randint(-100, 100) for _ in range(random.randint(2, 20))])
for data in sets:
    for f in (mean, fmean, median, median_low, median_high, mode, multimode, pvariance, pstdev, variance, stdev, geometric_mean, harmonic_mean, quantiles, median_grouped):
        attempt(f, data)
    attempt(quantiles, data, n=10, method="inclusive"); attempt(stdev, data, 3); attempt(fmean, data, range(1, len(data) + 1))
    other = [x * 2 + random.random() for x in map(float, data)]
    attempt(correlation, data, other); attempt(covariance, data, other); attempt(linear_regression, data, other); attempt(correlation, data, other, method="ranked")
for f in (mean, fmean, median, median_low, mode, multimode, pvariance, pstdev, variance, stdev, geometric_mean, harmonic_mean, quantiles):
    attempt(f, []); attempt(f, iter([1, 2, 3, 4]))
attempt(mean, "abc"); attempt(mean, ["a"]); attempt(mode, "aabbb"); attempt(mean, [1, None]); attempt(median, ["a", "b", "c"]); attempt(quantiles, [1], n=4); attempt(quantiles, [1, 2], n=0); attempt(geometric_mean, [1, -1]); attempt(harmonic_mean, [1, 0]); attempt(harmonic_mean, [40, 60], weights=[5, 30]); attempt(mean, [float("inf"), 1]); attempt(mean, [float("nan")]); attempt(linear_regression, [1, 1], [2, 3]); attempt(correlation, [1, 2], [1]); attempt(pvariance, [1, 2, 3], mu=2)
nd = NormalDist(5, 2); print(nd, nd.mean, nd.pdf(5), nd.cdf(7), nd.zscore(9), nd + 3, nd * 2, nd + nd, NormalDist.from_samples([1, 2, 3, 4]), nd == NormalDist(5, 2), nd.variance, -nd, nd - 1)
a, b = F(1, 3), F("2/5")
print(a, repr(a), a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -2, a ** 0.5, -a, abs(F(-1, 2)), a < b, a == F(2, 6), a == 1 / 3, a + 1, 1 - a, a + 0.5, 2 / a, float(a), int(F(7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(1, 3), 2), math.floor(F(-7, 2)), math.ceil(F(7, 2)), hash(F(1, 2)) == hash(0.5), F(0.5), F("0.25"), F("1e-2"), F(" -3/4 "), F(3), F(1.1).limit_denominator(10), F(math.pi).limit_denominator(1000), sum([a, b]), max(a, b), F(4, 2), bool(F(0)), a.numerator, a.denominator, sorted([b, a]), divmod(F(7, 2), F(1, 3)), 2 ** F(1, 2), F(6, -4), f"{a}", f"{F(1, 4):.2f}", isinstance(a, numbers.Rational), isinstance(3, numbers.Integral), isinstance(2.5, numbers.Real), isinstance(2.5, numbers.Rational), isinstance(1j, numbers.Number), F(7, 3).as_integer_ratio(), F(1, 3) ** F(2), 3 ** F(2), hash(F(-3, 7)), hash(F(10**30, 7)))
attempt(F, 1, 0); attempt(F, "x"); attempt(F, 1.5, 2); attempt(F, None); attempt(lambda: a / 0); attempt(lambda: a + "x"); attempt(lambda: F(0) ** -1)
text = "The quick brown fox-jumped over the lazy dog. It's a well-known e-mail--really, a state-of-the-art thing: hello-world foo--bar x-ray 12-34 supercalifragilisticexpialidocious!\n\n  Second\tparagraph (with--dashes)."
for w in (1, 5, 8, 10, 13, 20, 40, 70, 200):
    print(textwrap.wrap(text, w)); print(textwrap.fill(text, w, initial_indent="* ", subsequent_indent="  ") if w > 2 else "")
    print(textwrap.wrap(text, w, break_long_words=False, break_on_hyphens=False), textwrap.wrap(text, w, drop_whitespace=False, replace_whitespace=False), textwrap.wrap(text, w, fix_sentence_endings=True))
    attempt(textwrap.wrap, text, w, max_lines=2); attempt(textwrap.shorten, text, w); attempt(textwrap.shorten, text, w, placeholder="..")
print(textwrap.wrap(""), textwrap.fill("   "), repr(textwrap.dedent("\n    a\n      b\n\n    c\n   \n")), repr(textwrap.dedent("\ta\n\t b")), repr(textwrap.dedent("  a\n\tb")), textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "+", lambda l: True), repr(textwrap.dedent("x\n  y"))); attempt(textwrap.wrap, "a", 0)
