# Long chains of subscripts and comparisons.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


def f37():
    "".join([1, 2])
def f38():
    "a,b".split(
       1)
def f39():
    {}.x.y
def f40():
    {"a":
     1}["b"]
def f41():
    {"a": {}}["a"]["b"]["c"]
def f42():
    [[1], [2]][0][5]
def f43():
    [[1], [2]][5][0]
def f44():
    (1).real.foo.bar
def f45():
    int("3").foo
def f46():
    return -int("x")
def f47():
    return not int("x")
def f48():
    return [int("x")]
def f49():
    return int("x") if True else 2
def f50():
    yield_ = int("x"),
def f51():
    return 1 < int < 2
def f52():
    return (1
       < 2
       < int)
def f53():
    return (1
       in 2)
def f54():
    return (1 is 2) + ""
def f55():
    x = 5 if 3 > "x" else 4
def f56():
    assert (yield_ := 0), \
       "a" + \
       1
def f57():
    assert False
def f58():
    assert None, "x"
def f59():
    assert [] == [1], [
      1]
def f60():
    x = 1; assert x == 2 and x > 0
def f61():
    x = 1; assert x == 2 or x < 0, "both"
def f62():
    x = 1; assert not x
def f63():
    x = 1; assert 1 < x < 2


for number in (37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63):
    show(globals()[f"f{number}"])
