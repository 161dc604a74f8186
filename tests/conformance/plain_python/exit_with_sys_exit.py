# sys.exit raises SystemExit: finally blocks run, a handler may stop it, a message goes to stderr.
import sys


def leave(code):
    try:
        sys.exit(code)
    finally:
        print("finally for", repr(code))


for code in (0, 1, None, "a message", 300, (1, 2)):
    try:
        leave(code)
    except SystemExit as e:
        print("caught", repr(e), e.code)
try:
    leave(3)
except Exception:
    print("never: SystemExit is no Exception")
except BaseException as e:
    print(type(e).__mro__[1].__name__, e.args)
try:
    raise SystemExit
except SystemExit as e:
    print(e.code)
print("now for real", file=sys.stderr)
sys.exit("fatal: the oven is on fire")
