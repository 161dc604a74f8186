# The % operator on strings and bytes: types, flags, widths, mappings and its errors.
print("%d %i %5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%c|%c" % (42, 42, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 65, "z"))
print("%s %r %a %10s|%-10s|%.2s|%5.1s|%%" % ("é", "é", "é", "right", "left", "cut", "cut"))
print("%f %.2f %8.3f|%-8.1f|%08.2f|%+.1f|%e|%.2E|%g|%G|%.3g" % (1.5, 2.675, 3.14159, 2.25, -3.7, 1, 12345.678, 0.00012, 1e-5, 1e20, 1234.5))
print("%(name)s is %(age)d years, %(age)5.1f, %(name)r" % {"name": "Ann", "age": 30, "unused": 1})
print("%*d|%-*d|%.*f|%*.*f" % (6, 42, 6, 42, 2, 3.14159, 8, 1, 2.55))
print("%s" % [1, 2], "%s %s" % ((1, 2), 3), "%s" % (None,), "%r" % (("t",),), "%d" % 3.99, "%d" % True, "%i%%" % 50)
print("%x" % -255, "%o" % 0, "%#X" % 3054, "%5s|%5s" % (True, None), "%s" % {"a": 1}, "no fields" % ())
print("%d" % 10**25, "%.0f" % 0.5, "%.0f" % 1.5, "%5.3d|" % 7, "%s and %s" % ("a", "b"), "%.3s|%-7.3s|" % ("abcdef", "abcdef"))
print(b"%s has %d items, %x, %b, %a" % (b"it", 5, 255, b"raw", "é"))
for fmt, args in (
    ("%d", "x"),
    ("%d %d", (1,)),
    ("%d", (1, 2)),
    ("%s %s", "only"),
    ("none", 5),
    ("%(a)s", (1,)),
    ("%(a)s", {"b": 1}),
    ("%z", 1),
    ("%", 1),
    ("%x", 1.5),
    ("%c", "long"),
    ("%f", "1.0"),
    ("%(a", {"a": 1}),
    ("%*d", ("w", 1)),
    ("%d", None),
):
    try:
        print(fmt % args)
    except Exception as e:
        print(repr(fmt), type(e).__name__, e)
