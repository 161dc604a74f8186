# What goes wrong in __set_name__ is told with the descriptor, its name and the class.
class Unique:
    def __set_name__(self, owner, name):
        if name.startswith("_"):
            raise ValueError(f"{name} may not be private")
        print("named", name)
try:
    class Good:
        x = Unique()
        _y = Unique()
except ValueError as e:
    print(e, e.__notes__)
class Bad:
    _z = Unique()
