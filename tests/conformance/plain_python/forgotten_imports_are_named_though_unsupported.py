# A name that is a module of the standard library is asked about, close to another name or not.
import traceback

rex = 1


def last_line(action):
    try:
        action()
    except NameError:
        print(traceback.format_exc().splitlines()[-1])


last_line(lambda: re.compile("a"))
last_line(lambda: pathlib.Path())
last_line(lambda: time.sleep(1))
last_line(lambda: rey)
last_line(lambda: nothing_like_it)
