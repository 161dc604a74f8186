# Equal frames are counted, stacks have no marks, and neither has an exception that is ignored.
import traceback


def recursive(n):
    return recursive(n - 1) + recursive(n -
                                        2) if n else 1 / 0


def limited(n):
    if n: limited(n - 1)
    else: 1 / 0


def show_stack():
    traceback.print_stack()
    for frame in traceback.extract_stack()[-1:]:
        print(frame.colno, frame.end_lineno, frame.line)


class Dying:
    def __del__(self):
        try:
            limited(1)
        except ZeroDivisionError as error:
            raise ValueError("late" + str(
                error)) from error


for function, argument in ((recursive, 10), (limited, 5)):
    try:
        function(argument)
    except ZeroDivisionError as error:
        traceback.print_exc()
        traceback.print_exc(limit=2)
        traceback.print_exc(limit=-2)
        print(traceback.format_tb(error.__traceback__))
        print(traceback.format_list(traceback.extract_tb(error.__traceback__, limit=1)))
show_stack(
)
traceback.print_list([(__file__, 1, "f", "x = 1"), traceback.FrameSummary(__file__, 3, "g", line="abc")])
try:
    try:
        1 / 0
    except Exception as e:
        raise ExceptionGroup("group", [e, ValueError("x\ny")]) from e
except Exception as e:
    try:
        [][1
           ]
    except Exception:
        traceback.print_exc()
raise KeyError from ValueError(
    1)
