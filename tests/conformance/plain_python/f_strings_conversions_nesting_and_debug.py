# !r, !s, !a, =, nested fields, quotes inside (3.12), multi-line f-strings, escapes, expressions.
name, n, items = "Zoë", 7, ["a", 'b"']
print(f"{name} {name!r} {name!s} {name!a} {name!r:>10} {name:*^9} {name:.2} {name:5}|{name:>5}|")
print(f"{n=} {n = } {n=:03} {n + 1=} {name=} {name=!s} {items=} {n=!r:>4} {n*2 = :.1f}")
print(f"{{}} {{{n}}} {{n}} {'{' + str(n) + '}'} {{{{{n}}}}}")
print(f"{items[0]} {items[-1]!r} {len(items)} {[x.upper() for x in items]} { {'k': n}['k'] } {(lambda x: x * 2)(n)} {n if n > 5 else 'small'}")
print(f"{'nested ' + f'{n:{n}}' + f'{f"{n}"}'}|{"same quotes"}|{'a' "b"}|{"\n".join(["x", "y"])}")
print(f"tab\there \x41 \u00e9 \N{GREEK SMALL LETTER PI}" rf"\n{n}\{n}" f'''{
    n
    + 1  # a comment
}''')
print(f"{n:{'>' if n else '<'}{n}}|{n:{n}.{2}f}|{3.14159:{'.' + str(n - 4)}f}|{'x':{'-'}^{n}}")
print(f"{1_000_000:,} {0xff} {1e3} {True and 'yes'} {None} {...} {b'b'} {1, 2} {*items, 3} {(y := 5)} {y}")
print(f"" == "", f"{''}" == "", f"{n!r}" f" joined" " with plain {n}" f"{n}")


class Temp:
    def __init__(self, c):
        self.c = c

    def __format__(self, spec):
        unit = spec or "C"
        value = self.c if unit == "C" else self.c * 9 / 5 + 32
        return f"{value:.1f}°{unit}"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


t = Temp(21.55)
print(f"{t} {t:F} {t!s} {t!r:>6} {t!s:^7} {t=} {t=:C} {[t]} {(t,)} {format(t, 'F')} {'{:F}'.format(t)} {str(t)}")
for bad in (lambda: f"{name:d}", lambda: f"{items:>5}", lambda: f"{None:5}", lambda: f"{name:=5}", lambda: f"{name:,}", lambda: f"{name:+}"):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(f"{name:{n}}|{name!r:<{n + 2}}|{'':5}|{'abc':.0}|{'abc':5.1}|{'abc':<1}|{'ab':0>4}|{'ab':05}")
