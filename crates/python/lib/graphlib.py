"""Topological order of a graph."""

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    pass


class _Node:
    __slots__ = ("node", "waiting_for", "successors", "state")

    def __init__(self, node):
        self.node = node
        self.waiting_for = 0
        self.successors = []
        self.state = _WAITING


_WAITING, _READY, _OUT, _DONE = range(4)


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._passed_out = self._finished = 0
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def _node(self, node):
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node(node)
        return found

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        self._node(node).waiting_for += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).successors.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [info.node for info in self._nodes.values() if info.waiting_for == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        self._check_prepared()
        result = tuple(self._ready)
        for node in result:
            self._nodes[node].state = _OUT
        self._ready.clear()
        self._passed_out += len(result)
        return result

    def is_active(self):
        self._check_prepared()
        return self._finished < self._passed_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def done(self, *nodes):
        self._check_prepared()
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if info.state == _DONE:
                raise ValueError(f"node {node!r} was already marked done")
            if info.state != _OUT:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            info.state = _DONE
            for successor in info.successors:
                follower = self._nodes[successor]
                follower.waiting_for -= 1
                if follower.waiting_for == 0:
                    self._ready.append(successor)
            self._finished += 1

    def static_order(self):
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    def _find_cycle(self):
        """Depth first along the successors; a path that meets itself is a cycle."""
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            path, pending, position = [start], [iter(self._nodes[start].successors)], {start: 0}
            seen.add(start)
            while path:
                for node in pending[-1]:
                    if node in position:
                        return path[position[node]:] + [node]
                    if node not in seen:
                        seen.add(node)
                        position[node] = len(path)
                        path.append(node)
                        pending.append(iter(self._nodes[node].successors))
                        break
                else:
                    del position[path.pop()]
                    pending.pop()
        return None

    __class_getitem__ = classmethod(type(list[int]))
