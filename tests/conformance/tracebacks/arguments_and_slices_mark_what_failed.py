# Unpacked arguments, slices, augmented items, walrus and annotated targets.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


def f132():
    f128(*5)
def f134():
    f128(**{1: 2})
def f135():
    f128(a=1, **{"a": 2})
def f137():
    f128 (
    1 ) (2)
def f138():
    dict(a=1, **
      5)
def f139():
    return (yield_2(1))
def f140():
    x = 1_0 .foo
def f141():
    x = [1,2,3]; x[0:1:
       0] = [1]
def f142():
    x = [1,2,3]; x[0].y = 1; 
def f143():
    x = [1,2,3]; x[0].y += 1; 
def f144():
    x = [1,2,3]; x["a"] += 1; 
def f145():
    x = [1,2,3]; x[0] += ""; 
def f146():
    x = (1,); x[0] += 2; 
def f147():
    x = y = z.a = 1
def f148():
    x, y.z = 1, 2
def f149():
    x = 0; x.y: int = 3
def f150():
    x = 0; x[1]: int = 3
def f151():
    (x).y = 3
def f152():
    (x := 3).y
def f153():
    print((x := 3).y, (x := 3) + "")


for number in (132, 134, 135, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153):
    show(globals()[f"f{number}"])
