# Observer, strategy, visitor by name, builder, iterator, mixins and a registry of commands.
class Event:
    def __init__(self):
        self._listeners = []

    def __iadd__(self, f):
        self._listeners.append(f)
        return self

    def __isub__(self, f):
        self._listeners.remove(f)
        return self

    def __call__(self, *args, **kw):
        return [f(*args, **kw) for f in self._listeners]


class JsonMixin:
    def to_json(self):
        return "{" + ", ".join(f'"{k}": {v!r}' for k, v in sorted(vars(self).items())) + "}"


class CompareMixin:
    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None


class Product(JsonMixin, CompareMixin):
    def __init__(self, name, price):
        self.name, self.price = name, price


class Visitor:
    def visit(self, node):
        for cls in type(node).__mro__:
            method = getattr(self, f"visit_{cls.__name__}", None)
            if method:
                return method(node)

    def visit_object(self, node):
        return f"something {type(node).__name__}"

    def visit_int(self, node):
        return f"int {node}"

    def visit_list(self, node):
        return [self.visit(n) for n in node]


class Query:
    def __init__(self, table):
        self.parts = {"from": table}

    def __getattr__(self, name):
        def add(*args):
            self.parts[name.rstrip("_")] = args
            return self

        return add

    def __str__(self):
        return f"SELECT {', '.join(self.parts.get('select', '*'))} FROM {self.parts['from']}" + (
            f" WHERE {' AND '.join(self.parts['where'])}" if "where" in self.parts else ""
        )


changed = Event()
log = []
changed += lambda v: log.append(v) or "first"
changed += print
print(changed(5), log)
changed -= print
p = Product("tea", 2.5)
print(p.to_json(), p == Product("tea", 2.5), p == Product("tea", 3), p != 5)
print(Visitor().visit([1, True, "x", [2.5, 3]]))
print(Query("users"), Query("t").select("a", "b").where("a > 1", "b < 2"), sep="\n")
strategies = {"plain": lambda p: p, "sale": lambda p: p * 0.8, "vip": lambda p: max(p - 5, 0)}
print({name: f(20) for name, f in strategies.items()})
