# Nested f-strings, constants that are folded or not, unpacking in displays.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


def f102():
    f"{1!r:{2/0}}"
def f103():
    f"{'a':{'b'}}" f"{1}"
def f104():
    (f"a"
     f"{1/0}"
     f"b")
def f105():
    f"{1:%}" f"{'a':d}"
def f106():
    f'''{
    1/0
    }'''
def f107():
    f'''
    {1/0:>{
    3}}'''
def f108():
    f'{f"{1/0}"}'
def f109():
    f'漢{f"漢{1/0}"}'
def f110():
    print(f"{1/0=}")
def f111():
    print(f"{{}}{1/0}{{}}", 2)
def f112():
    x = 'a' 'b' "c" + 1
def f113():
    x = ('a'
     'b' "c" + 1)
def f114():
    x = b"a" + "a"
def f115():
    x = 1 + 2 + 3 + "a"
def f116():
    x = (1, 2) + 3
def f117():
    x = (1, 2)[3]
def f118():
    x = "abc"[10]
def f119():
    x = 10 ** 3 / 0
def f120():
    x = -1 / 0
def f121():
    x = (1 / 0) + (2 / 0)
def f122():
    x = 1 if True else 2; x.foo
def f123():
    x = [*range(3), *5]
def f124():
    x = {**{}, **5}
def f125():
    x = {"a": 1, **{}, [1]: 2}
def f126():
    x = {1, *2}
def f127():
    x = (1, *2)
def f128():
    x = [1, 2, 3, [][0]]
def f129():
    x = [
      1,
      2,
      [][0],
      3,
    ]
def f130():
    f128(*[1], **{"a": 2})
def f131():
    f128(
       *[1],
       **{"a": 2}
    )


for number in (102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131):
    show(globals()[f"f{number}"])
