# Marks stand under wide characters, behind tabs, and around comments within an expression.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


def f1():
	x = {"a": 1}	; y = x["b"]
def f2():
  if 1:
	  return [1,
	    2][
	    5]
def f8(): raise ValueError
def f27():
    x = f8(); y = 1
def f28():
    return 1 + int("x")
def f29():
    return int(
        "x" +
        "y"
        )
def f30():
    é = 1; return é.ü
def f31():
    漢字 = "漢字"; return 漢字 + 1
def f32():
    return "漢字漢字".foo("ｆ") + 1
def f33():
    return "😀".encode("ascii")
def f34():
    x = "漢字"; f8(x, "漢",
        "字")
def f35():
    return (  "漢字"  +
      1 + "字"
      )
def f36():
    g((1
     ),
     # a comment with a (
     )
def f37():
    return (1  # a + comment
       + # another
       "x")
def f38():
    return 1 \
       + "x"


for number in (1, 2, 8, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38):
    show(globals()[f"f{number}"])
