# Marks are left out where they would cover the whole line, and where a call is all that is assigned or returned.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


def f8(): raise ValueError
def f3():
    return (1 +
            
            None)
def f4():
    x = """
 abc""" + 1
def f5():
    x = ("""
def f6():
    raise ValueError("a"
        "b"
        "c"
        "d")
def f7():
    raise ValueError(
        "a"
    )
def f9(): 1/0; 2
def f10(): 2; 1/0
def f11():
    return f8(
      )
def f12():
    x = f8()
def f13():
    return f8()
def f14():
    x = f8() + 1
def f15():
    return (f8())
def f16():
    x = (f8())
def f17():
    a = b = f8()
def f18():
    a: int = f8()
def f19():
    f8()
def f20():
    print(f8())
def f21():
    return f8(), 1
def f22():
    a, = f8()
def f23():
    if True: return f8()
def f24():
    return f8() # comment
def f25():
    return f8();
def f26(): return f8()


for number in (8, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26):
    show(globals()[f"f{number}"])
