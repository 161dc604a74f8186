# Tabs and spaces that only agree if a tab has a certain width.
def f(x):
	if x:
                return 1
        return 0


print(f(1))
print(f(0))
print("end")
