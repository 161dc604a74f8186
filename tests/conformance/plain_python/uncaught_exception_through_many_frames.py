# The traceback of an uncaught error goes through functions, methods, lambdas, comprehensions and generators.
import sys


class Reader:
    def __init__(self, rows):
        self.rows = rows

    def __iter__(self):
        for row in self.rows:
            yield self.convert(row)

    def convert(self, row):
        return {k: CONVERTERS[k](v) for k, v in row.items()}


CONVERTERS = {"n": int, "x": lambda v: round(float(v), 1)}


def decorate(f):
    def wrapper(*args):
        return f(
            *args,
        )

    return wrapper


@decorate
def load(rows):
    return [
        record
        for record in Reader(rows)
    ]


print(load([{"n": "1", "x": "2.55"}]))
sys.stderr.write("now a bad one\n")
try:
    load([{"n": "one"}])
except ValueError as e:
    tb, lines = e.__traceback__, []
    while tb:
        lines.append(f"{tb.tb_frame.f_code.co_name}:{tb.tb_lineno}")
        tb = tb.tb_next
    print(" -> ".join(lines))
load([{"n": "1", "x": "2"}, {"n": "2", "x": "two"}])
