# Messages of failing statements: assignment to items and attributes, del, loops, with, raise, import.
def item_of_int():
    x = 5
    x[0] = 1


def item_of_none():
    x = None
    x["k"] = 1


def item_of_string():
    s = "abc"
    s[0] = "x"


def attribute_of_int():
    (5).x = 1


def attribute_of_builtin_class():
    int.x = 1


def deleted_item_of_string():
    s = "abc"
    del s[0]


def loop_over_none():
    for _ in None:
        pass


def unpacked_int():
    a, b = 5


def raised_int():
    raise 5


def raised_class_whose_init_fails():
    raise UnicodeDecodeError


def with_a_number():
    with 5 as x:
        pass


def unhashable_key():
    {}[[]] = 1


def local_before_assignment():
    n += 1
    n = 0


def missing_module():
    import no_such_module


def missing_submodule():
    import math.no_such_part


for f in (item_of_int, item_of_none, item_of_string, attribute_of_int, attribute_of_builtin_class, deleted_item_of_string, loop_over_none,
          unpacked_int, raised_int, raised_class_whose_init_fails, with_a_number, unhashable_key, local_before_assignment,
          missing_module, missing_submodule):
    try:
        f()
        print(f.__name__, "fine")
    except Exception as e:
        print(f"{f.__name__}: {type(e).__name__}: {e}")
