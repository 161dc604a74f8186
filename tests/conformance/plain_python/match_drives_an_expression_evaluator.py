# A tokenizer, a recursive-descent parser and an evaluator with match, all by hand.
def tokenize(text):
    tokens, i = [], 0
    while i < len(text):
        ch = text[i]
        if ch.isspace():
            i += 1
        elif ch.isdigit() or ch == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."):
                j += 1
            tokens.append(("num", float(text[i:j]) if "." in text[i:j] else int(text[i:j])))
            i = j
        elif ch.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            tokens.append(("name", text[i:j]))
            i = j
        elif ch in "+-*/()":
            tokens.append(("op", ch))
            i += 1
        else:
            raise SyntaxError(f"unexpected {ch!r} at {i}")
    return tokens


LEVELS = [("+", "-"), ("*", "/")]


def parse(tokens):
    def binary(level):
        if level == len(LEVELS):
            return unary()
        node = binary(level + 1)
        while tokens and tokens[0][0] == "op" and tokens[0][1] in LEVELS[level]:
            _, op = tokens.pop(0)
            node = (op, node, binary(level + 1))
        return node

    def unary():
        match tokens:
            case [("op", "-"), *_]:
                tokens.pop(0)
                return ("neg", unary())
            case [(("num" | "name") as kind, value), *_]:
                tokens.pop(0)
                return (kind, value)
            case [("op", "("), *_]:
                tokens.pop(0)
                node = binary(0)
                if not tokens or tokens.pop(0) != ("op", ")"):
                    raise SyntaxError("missing )")
                return node
            case _:
                raise SyntaxError(f"unexpected {tokens[:1]}")

    node = binary(0)
    return node


def evaluate(node, env):
    match node:
        case ("num", n):
            return n
        case ("name", name):
            return env[name]
        case ("neg", x):
            return -evaluate(x, env)
        case (op, left, right):
            a, b = evaluate(left, env), evaluate(right, env)
            return {"+": a + b, "-": a - b, "*": a * b}[op] if op != "/" else a / b


for text in ("1 + 2 * 3", "(1+2)*3 - -x", "2 * (y - 1.5) / 4", "1 / (x - 4)", "2 +", "(1", "1 $ 2", "a1", ") 1"):
    try:
        print(text, "=", evaluate(parse(tokenize(text)), {"x": 4, "y": 10}))
    except (SyntaxError, ArithmeticError, KeyError) as e:
        print(text, "->", type(e).__name__, e)
