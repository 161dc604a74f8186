# A single equals sign where a comparison was meant.
answer = 42


def check(x):
    if x = 42:
        return "right"
    return "wrong"


print(check(answer))
