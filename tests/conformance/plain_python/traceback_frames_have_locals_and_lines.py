# tb_frame, f_locals, f_lineno and f_back of frames that run and of frames that have ended.
import sys


def f(a, b=2):
    c = a + b
    return 1 / (c - c)


def main():
    x = "outer local"
    try:
        f(1)
    except ZeroDivisionError as e:
        tb = e.__traceback__
        while tb:
            fr = tb.tb_frame
            print(fr.f_code.co_name, tb.tb_lineno, fr.f_lineno, sorted(k for k in fr.f_locals if k not in ("tb", "fr", "e")))
            tb = tb.tb_next
        print(e.__traceback__.tb_next.tb_frame.f_locals["c"], e.__traceback__.tb_next.tb_frame.f_back.f_code.co_name)
        print(e.__traceback__.tb_frame.f_locals["x"])


main()


def deep(n):
    local = n * 10
    if n == 0:
        raise RuntimeError("deep")
    deep(n - 1)


try:
    deep(3)
except RuntimeError as e:
    t = e.__traceback__
    while t:
        print(t.tb_frame.f_code.co_name, t.tb_frame.f_locals.get("local"))
        t = t.tb_next
