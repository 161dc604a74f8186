# A string literal that does not end on its line.
def greet(name):
    return "Hello, " + name


print(greet("Ann"))
message = "It's fine
print(message)
print('never')
