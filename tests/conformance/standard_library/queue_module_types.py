# queue.Queue and its relatives used in one thread: order, limits, Empty and Full.
import queue

q = queue.Queue(maxsize=2)
q.put("a")
q.put_nowait("b")
print(q.qsize(), q.full(), q.empty(), q.maxsize)
try:
    q.put_nowait("c")
except queue.Full as e:
    print("Full", repr(e))
try:
    q.put("c", timeout=0.5)
except queue.Full:
    print("still full after a wait")
print(q.get(), q.get(block=False))
try:
    q.get_nowait()
except queue.Empty as e:
    print("Empty", repr(e))
q.task_done()
q.task_done()
q.join()
try:
    q.task_done()
except ValueError as e:
    print(e)
stack, heap, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for n in (3, 1, 2):
    stack.put(n)
    heap.put((n, f"job {n}"))
    simple.put(n)
print([stack.get() for _ in range(3)], [heap.get()[1] for _ in range(3)], [simple.get() for _ in range(3)], simple.empty())
q.shutdown()
try:
    q.put(1)
except queue.ShutDown:
    print("shut down")


class Dedup(queue.Queue):
    def _init(self, maxsize):
        self.queue = {}

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue[item] = None

    def _get(self):
        return self.queue.pop(next(iter(self.queue))) or "taken"


d = Dedup()
for x in "aab":
    d.put(x)
print(d.qsize(), d.get(), d.qsize())
