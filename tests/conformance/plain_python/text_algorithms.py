# Roman numerals, run-length coding, anagrams, palindromes, edit distance, histograms, ciphers.
from collections import Counter, defaultdict


def to_roman(n):
    out = ""
    for value, sign in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        count, n = divmod(n, value)
        out += sign * count
    return out


def from_roman(s):
    values = [dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000)))[c] for c in s]
    return sum(-v if v < nxt else v for v, nxt in zip(values, values[1:] + [0]))


def encode(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(f"{j - i}{text[i]}" if j - i > 1 else text[i])
        i = j
    return "".join(out)


def edit_distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def longest_common(a, b):
    table = defaultdict(str)
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i, j] = table[i - 1, j - 1] + x if x == y else max(table[i - 1, j], table[i, j - 1], key=len)
    return table[len(a) - 1, len(b) - 1]


print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2025)], all(from_roman(to_roman(n)) == n for n in range(1, 400)))
print(encode("aaabccddddde"), encode(""), encode("z" * 12))
groups = defaultdict(list)
for w in "listen silent enlist google elgoog cat act tac dog".split():
    groups["".join(sorted(w))].append(w)
print([g for g in groups.values() if len(g) > 1])
print(edit_distance("kitten", "sitting"), edit_distance("", "abc"), longest_common("AGCAT", "GAC"), longest_common("programming", "gaming"))
is_palindrome = lambda s: (t := [c for c in s.lower() if c.isalnum()]) == t[::-1]
print([is_palindrome(s) for s in ("A man, a plan, a canal: Panama", "Python", "")])
text = "it was the best of times it was the worst of times"
for word, n in Counter(text.split()).most_common(4):
    print(f"{word:<6}|{'#' * n:<3}|{n / len(text.split()):6.1%}")
vigenere = lambda s, key, sign=1: "".join(chr((ord(c) - 65 + sign * (ord(key[i % len(key)]) - 65)) % 26 + 65) for i, c in enumerate(s))
print(vigenere("ATTACKATDAWN", "LEMON"), vigenere(vigenere("ATTACKATDAWN", "LEMON"), "LEMON", -1))
print(" ".join(f"{n:>3}" + ("!" if n % 15 == 0 else "") for n in range(10, 20)), *["FizzBuzz"[n * n % 3 * 4 : 8 - -(n**4) % 5] or n for n in range(1, 16)])
