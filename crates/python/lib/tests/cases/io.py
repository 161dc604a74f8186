import io, sys, timeit
from contextlib import redirect_stdout


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


s = io.StringIO("one\ntwo\nthree"); print(repr(s.read(2)), s.tell(), repr(s.readline()), repr(s.readline()), repr(s.read()), repr(s.read()), s.seek(0), list(s), s.getvalue())
s.seek(4); s.write("TW"); print(s.getvalue(), s.tell(), s.seek(0, 2), s.write("!"), s.getvalue()); s.seek(20); s.write("x"); print(repr(s.getvalue()), s.truncate(3), repr(s.getvalue()), s.readable(), s.isatty(), s.closed)
s = io.StringIO(); print("hello", 5, file=s); s.writelines(["a\n", "b"]); print(s.getvalue().splitlines(), s.tell()); s.seek(0); print(s.readlines(), s.readline())
with io.StringIO("ab\ncd") as f: print([l for l in f])
attempt(f.read); attempt(f.write, "x"); attempt(f.getvalue); print(f.closed)
attempt(io.StringIO().write, 5); attempt(io.StringIO, 5); attempt(io.StringIO().seek, -1); attempt(io.StringIO().seek, 1, 1); attempt(io.StringIO().seek, 1, 7); attempt(io.StringIO("a").truncate, -1); attempt(io.StringIO().fileno)
s = io.StringIO("abc\ndef"); print(s.readline(2), s.readline(), s.read(1), next(s), s.readlines()); attempt(next, s)
b = io.BytesIO(b"ab\ncd"); print(b.read(1), b.readline(), b.tell(), b.getvalue(), b.seek(-2, 2), b.read(), b.write(b"zz"), b.getvalue(), b.seek(0), b.readlines(), bytes(b.getbuffer())); attempt(b.write, "s"); attempt(b.seek, -1)
out = io.StringIO()
with redirect_stdout(out):
    print("captured"); print("two", end="")
print(repr(out.getvalue()), isinstance(out, io.TextIOBase), isinstance(out, io.IOBase), isinstance(b, io.BufferedIOBase))
n = []; t = timeit.timeit(lambda: n.append(1), number=5); print(len(n), t >= 0, len(timeit.repeat("x = y + 1", "y = 1", number=2, repeat=3)), timeit.timeit("n.append(2)", globals=globals(), number=3) >= 0, len(n)); attempt(timeit.timeit, 5)
