# An uncaught exception raised in a handler shows the first one as its context.
inventory = {"apple": 3}


def price(item):
    try:
        return inventory[item] * 2
    except KeyError:
        return default_price(item.upper())


def default_price(item):
    return 10 / len(item.replace(item[0], "").strip("X"))


def main():
    total = 0
    for item in ("apple", "xx"):
        total += price(item)
        print(item, total)


if __name__ == "__main__":
    main()
