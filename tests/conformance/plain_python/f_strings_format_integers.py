# The whole format mini-language for integers: fill, align, sign, #, 0, width, grouping and type.
n = 54321
for spec in ("", "d", "n", "+d", " d", "-d", "12", "<12", ">12", "^12", "*^13", "=+12", "012", "+012", "x=+12",
             ",", "_", "015,", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "_b", "_x", "#_b", "020_x", "e",
             ".2f", "e", ".3E", "g", ".3g", "G", "%", ".1%", ",.2f", "010.1f", "0<5", "<05", ">+10", "^+11,"):
    print(f"{spec:>6}|{n:{spec}}|{-n:{spec}}|")
print(f"{65:c}{0x20AC:c}{128512:c}", f"{True}", f"{True:d}", f"{True:5}", f"{False:>6}", f"{True!s:>6}")
width, fill, align = 9, "~", "^"
print(f"{42:{fill}{align}{width}}", f"{42:{width}}", f"{42:0{width}b}", f"{255:#0{width - 3}x}")
for value, spec in ((5, "s"), (5, "y"), (5, ".2"), (5, ",n"), (5, "+c"), (5, ",x"), (5, "_,"), (5, "10 "), (5, "1.")):
    try:
        print(f"{value:{spec}}")
    except Exception as e:
        print(repr(spec), type(e).__name__, e)
