# Comprehensions and generator expressions, and functions that iterate over them.
import traceback


def show(function, *arguments):
    try:
        function(*arguments)
    except BaseException:
        print(traceback.format_exc())


def f154():
    list(map(lambda x: x/0, [1]))
def f155():
    sorted([1, "a"])
def f156():
    sorted([1, 2], key=lambda x:
       x / 0)
def f157():
    max([])
def f158():
    sum(x / 0
     for x in range(2))
def f159():
    sum((x / 0 for x in range(2)), 1)
def f160():
    {x: y for x, y in [1]}
def f161():
    {x / 0 for x in [1]}
def f162():
    {x: {} for x in [[]]}
def f163():
    {
      x: 
      {} for x in [[]]}
def f164():
    [y for x in [1] for y in x]
def f165():
    [y for x in [1]
       if x.foo]
def f166():
    (y for y in 5)
def f167():
    list(y for y in [1] for z in 5)
def f168():
    next(y.foo
      for y in [1])
def f169():
    [(lambda: x / 0)() for x in [1]]
def f170():
    [[x / 0 for x in [1]] for y in [1]]


for number in (154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170):
    show(globals()[f"f{number}"])
