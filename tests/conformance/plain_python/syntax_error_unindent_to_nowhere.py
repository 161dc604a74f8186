# A line that goes back to an indentation that was never opened.
def f(x):
        if x > 0:
            print("positive")
    print("done")


f(1)
f(-1)
print("end")
