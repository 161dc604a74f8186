# A for statement whose body is not indented.
total = 0
print("start")

for i in range(5):
total += i

print(total)
print("end")
