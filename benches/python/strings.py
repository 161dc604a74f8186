"""String building: formatting, joining, splitting, replacing, a growing string."""

words = "the quick brown fox jumps over the lazy dog".split()
lines = []
for i in range(120_000):
    word = words[i % len(words)]
    lines.append(f"{i:06d} {word.title():<8} {i / 7:.2f}")
text = "\n".join(lines)
longest = 0
capitals = 0
for line in text.split("\n"):
    number, rest = line.split(" ", 1)
    if len(rest) > longest:
        longest = len(rest)
    if rest.startswith("F"):
        capitals += 1
grown = ""
for i in range(200_000):
    grown += words[i % 9][0]
letters = 0
for letter in grown:
    if letter == "t":
        letters += 1
print(len(text), longest, capitals, letters, text.replace("Fox", "Cat").count("Cat"))
