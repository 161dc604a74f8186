# Ends with: '(' was never closed
def greet(name):
    print("hello", name

greet("you")
