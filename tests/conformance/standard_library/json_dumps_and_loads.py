# json: every type both ways, indent, separators, sort_keys, default, hooks, escapes and decode errors.
import json
from dataclasses import asdict, dataclass
from datetime import date

data = {"name": "Zoë", "n": 1, "f": 1.5, "big": 10**20, "t": True, "none": None, "list": [1, [2, []]], "empty": {}, "q": 'quo"te\\ \n\t/\x01', "e": 1e100, "tuple": (1, 2), 5: "int key", None: 0, True: 1, 2.5: "x"}
text = json.dumps(data)
print(text)
print(json.loads(text)["tuple"], list(json.loads(text))[-4:], json.loads(text)["q"] == data["q"])
print(json.dumps(data["list"], indent=2), json.dumps({"b": [1, {"c": []}], "a": {}}, indent=4, sort_keys=True), sep="\n")
print(json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps("é€😀"), json.dumps("é€", ensure_ascii=False), json.dumps([1.0, -0.0, 1e-7, 1e16, float("inf"), float("nan")]), json.dumps([], indent=2), json.dumps({"a": [1, 2]}, indent="\t"), json.dumps(None), json.dumps("x\u2028"))
print(json.loads('[1, -2, 3.0, 1E5, true, false, null, "a\\u00e9\\n", {"k": [ ]}]'), json.loads(' {"a" : {"b":"c"}} '), json.loads('"\\ud83d\\ude00"'), json.loads("12"), type(json.loads("1.0")), json.loads(b'{"x": 1}'), json.loads('{"a": 1, "a": 2}'), json.loads("[NaN, -Infinity]"))


@dataclass
class User:
    name: str
    born: date


def encode(o):
    if isinstance(o, (date, set)):
        return sorted(o) if isinstance(o, set) else o.isoformat()
    raise TypeError(f"cannot encode {type(o).__name__}")


class Encoder(json.JSONEncoder):
    def default(self, o):
        return {"complex": [o.real, o.imag]} if isinstance(o, complex) else super().default(o)


print(json.dumps(asdict(User("Ada", date(1815, 12, 10))), default=encode), json.dumps({3, 1, 2}, default=encode), json.dumps(1 + 2j, cls=Encoder), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
print(json.loads('{"x": 1, "y": {"x": 2}}', object_hook=lambda d: tuple(sorted(d.items()))), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: int(s) * 10))
for bad in ("", "{", '{"a" 1}', '{"a": 1,}', "[1, 2", "[1 2]", "{'a': 1}", "nul", '"unclosed', "[1] x", '{"a": }', "01", '"\t"', '"\\x"', "[,]", "{1: 2}", "-", "[1,]"):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(repr(bad), e, e.pos)
loop = []
loop.append(loop)
for bad in (lambda: json.dumps({1, 2}), lambda: json.dumps(loop), lambda: json.dumps({(1,): 1}), lambda: json.loads(5), lambda: json.dumps(object, default=encode), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps(b"x")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
