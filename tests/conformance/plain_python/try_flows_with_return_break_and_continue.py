# In which order try, except, else and finally run, and what return in finally does.
def flow(action):
    try:
        print("try", end=" ")
        if action == "raise":
            raise KeyError(action)
        if action == "return":
            return "from try"
        if action == "type":
            None + 1
    except KeyError:
        print("except", end=" ")
        return "from except"
    except (TypeError, ValueError) as e:
        print(type(e).__name__, end=" ")
    else:
        print("else", end=" ")
        if action == "else":
            return "from else"
    finally:
        print("finally", end=" ")
        if action == "override":
            return "from finally"
    return "after"


for action in ("fine", "raise", "return", "type", "else", "override"):
    print("->", flow(action))


def swallow():
    try:
        return 1 / 0
    finally:
        return "swallowed"


def loops():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i, end="; ")
        finally:
            print("fin", i, end="; ")
    while True:
        try:
            break
        finally:
            print("left while")


def value_is_fixed_before_finally():
    x = 1
    try:
        return x
    finally:
        x = 2


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("inner finally")
    except ValueError as e:
        print("outer caught", e)
        try:
            raise
        except ValueError as again:
            print("again", again is e)


print(swallow(), value_is_fixed_before_finally())
loops()
nested()
