# object.__class__ can be assigned: the state pattern with one class a state, and what is refused.
class Door:
    def __init__(self, name):
        self.name = name

    def become(self, state):
        print(f"{self.name}: {type(self).__name__} -> {state.__name__}")
        self.__class__ = state


class Open(Door):
    def push(self):
        self.become(Closed)


class Closed(Door):
    def push(self):
        self.become(Open)

    def lock(self):
        self.become(Locked)


class Locked(Door):
    def push(self):
        print("locked")

    def __len__(self):
        return 3


class Slotted:
    __slots__ = ("name",)


class Listed(list):
    pass


door = Closed("front")
for _ in range(3):
    door.push()
door.lock() if isinstance(door, Closed) else door.push()
door.lock()
door.push()
print(type(door), door.name, len(door), isinstance(door, Locked), isinstance(door, Closed), door.__dict__)
door.__class__ = Open
try:
    len(door)
except TypeError as e:
    print(e)
for new in (3, int, Slotted, Listed):
    try:
        door.__class__ = new
    except TypeError as e:
        print(e)
try:
    (5).__class__ = Door
except TypeError as e:
    print(e)
print(type(door).__name__)
