# Breadth-first, depth-first, Dijkstra and topological order on dicts of lists.
from collections import deque
from heapq import heappop, heappush

ROADS = {
    "A": {"B": 7, "C": 9, "F": 14},
    "B": {"A": 7, "C": 10, "D": 15},
    "C": {"A": 9, "B": 10, "D": 11, "F": 2},
    "D": {"B": 15, "C": 11, "E": 6},
    "E": {"D": 6, "F": 9},
    "F": {"A": 14, "C": 2, "E": 9},
    "X": {},
}


def bfs(graph, start):
    distance = {start: 0}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in graph[here]:
            if there not in distance:
                distance[there] = distance[here] + 1
                queue.append(there)
    return distance


def dfs(graph, node, seen=None):
    seen = seen if seen is not None else []
    seen.append(node)
    for n in graph[node]:
        if n not in seen:
            dfs(graph, n, seen)
    return seen


def dijkstra(graph, start, goal):
    heap, best = [(0, start, [start])], {}
    while heap:
        cost, node, path = heappop(heap)
        if node == goal:
            return cost, "-".join(path)
        if best.get(node, float("inf")) <= cost:
            continue
        best[node] = cost
        for n, w in graph[node].items():
            heappush(heap, (cost + w, n, path + [n]))
    return float("inf"), None


def topological(dependencies):
    done, visiting, order = set(), [], []

    def visit(task):
        if task in visiting:
            raise ValueError(f"cycle: {' > '.join(visiting[visiting.index(task):] + [task])}")
        if task not in done:
            visiting.append(task)
            for d in dependencies.get(task, ()):
                visit(d)
            visiting.pop()
            done.add(task)
            order.append(task)

    for task in dependencies:
        visit(task)
    return order


print(bfs(ROADS, "A"), dfs(ROADS, "A"), dijkstra(ROADS, "A", "E"), dijkstra(ROADS, "A", "X"), sep="\n")
print(topological({"cake": ["dough", "oven"], "dough": ["flour", "eggs"], "oven": []}))
try:
    topological({"a": ["b"], "b": ["c"], "c": ["b"]})
except ValueError as e:
    print(e)
