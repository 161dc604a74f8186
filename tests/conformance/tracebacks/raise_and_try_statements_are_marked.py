# Every form of raise, in every part of a try statement.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


def f64():
    assert isinstance(1,
       str)
def f65():
    raise ValueError("x") from KeyError("y")
def f66():
    raise (ValueError
       ("x"))
def f67():
    raise ValueError; x = 1
def f68():
    if 1: raise ValueError
def f69():
    if 1: raise (ValueError("a"), 2)
def f70():
    try: raise ValueError
    except ValueError: raise
def f71():
    try: raise ValueError
    except ValueError as e: raise e
def f72():
    try: raise ValueError
    except ValueError as e: raise e.x
def f73():
    try: raise ValueError
    except ValueError as e: raise TypeError(
       e)
def f74():
    try: pass
    finally: raise ValueError
def f75():
    try: raise KeyError
    finally: raise ValueError
def f76():
    try: pass
    except: pass
    else: raise ValueError
def f77():
    while True:
        try: 1/0
        finally: break
    1/0
def f78():
    def g():
        try: return 1/0
        finally: 2/0
    g()
def f79():
    try: 1/0
    except* ValueError: pass
def f80():
    try: 1/0
    except* ZeroDivisionError as e: raise
def f81():
    try: 1/0
    except* ZeroDivisionError as e:
        raise KeyError
def f82():
    try: 1/0
    except* 5 as e:
        raise KeyError


for number in (64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82):
    show(globals()[f"f{number}"])
