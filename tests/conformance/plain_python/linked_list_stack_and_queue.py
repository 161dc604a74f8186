# Data structures by hand: a linked list with iteration, a stack and a queue of two stacks.
class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head, self._len = None, 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self.head = Node(value, self.head)
        self._len += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty linked list")
        node, self.head = self.head, self.head.next
        self._len -= 1
        return node.value

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return self._len

    def __repr__(self):
        return " -> ".join([*map(repr, self), "None"])


class Queue:
    def __init__(self):
        self._in, self._out = [], []

    def enqueue(self, x):
        self._in.append(x)

    def dequeue(self):
        if not self._out:
            while self._in:
                self._out.append(self._in.pop())
        return self._out.pop()


numbers = LinkedList(range(1, 5))
print(numbers, len(numbers), 3 in numbers, max(numbers), sorted(numbers, reverse=True))
q = Queue()
for c in "abc":
    q.enqueue(c)
print(q.dequeue(), q.dequeue(), q.enqueue("d"), q.dequeue(), q.dequeue())
for action in (LinkedList().pop, q.dequeue):
    try:
        action()
    except IndexError as e:
        print(e)


def balanced(text, pairs={")": "(", "]": "[", "}": "{"}):
    stack = []
    for ch in text:
        if ch in pairs.values():
            stack.append(ch)
        elif ch in pairs and (not stack or stack.pop() != pairs[ch]):
            return False
    return not stack


print([balanced(t) for t in ("([]{})", "([)]", "((", "", "a(b)c]")])
