# A replacement field of an f-string that is never closed.
name = "Ann"
age = 30

print(f"{name} is {age} years old")
print(f"{name} is {age years old")
print("end")
# the mistake is a missing brace
# in the line above the last
