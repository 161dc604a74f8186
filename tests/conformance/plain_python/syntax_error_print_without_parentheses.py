# Python 2's print statement gets a message of its own.
name = "World"
numbers = [1, 2, 3]

for n in numbers:
    print("number", n)

print "Hello, " + name

print("done")
