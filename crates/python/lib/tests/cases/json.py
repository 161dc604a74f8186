import json, io
from collections import OrderedDict, namedtuple
from enum import IntEnum
from dataclasses import dataclass, asdict


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


data = {"name": "Ann", "age": 3, "tags": ["a", "b", []], "nested": {"x": 1.5, "y": None, "z": True, "e": {}}, "u": "é€😀\n\t\"\\/\x01\x7f", "f": [1e100, -0.0, 1e-7, 3.0, 10**20], 1: "int", None: "none", True: "t", 2.5: "f"}
for kw in [{}, {"indent": 2}, {"indent": 0}, {"indent": "\t"}, {"separators": (",", ":")}, {"ensure_ascii": False}, {"indent": 4, "separators": (",", "=")}]:
    print(json.dumps(data, **kw))
print(json.dumps({"b": 1, "a": [3, 1], "c": {"z": 1, "y": 2}}, sort_keys=True, indent=1), json.dumps((1, 2)), json.dumps("s"), json.dumps(None), json.dumps([float("nan"), float("inf"), -float("inf")]), json.dumps([]), json.dumps({}), json.dumps([[]], indent=2), json.dumps({"a": []}, indent=2))
attempt(json.dumps, {1, 2}); attempt(json.dumps, {"a": object}); attempt(json.dumps, {(1, 2): 3}); attempt(json.dumps, float("nan"), allow_nan=False); attempt(json.dumps, {"b": 1, 2: 3}, sort_keys=True); attempt(json.dumps, b"x"); attempt(json.dumps, 1j)
print(json.dumps({(1, 2): 3, "k": 1}, skipkeys=True), json.dumps({(1,): 3}, skipkeys=True), json.dumps({(1,): 3}, skipkeys=True, indent=2))
l = []; l.append(l); attempt(json.dumps, l); d = {}; d["d"] = d; attempt(json.dumps, d)
print(json.dumps({1, 2}, default=sorted), json.dumps({"o": object()}, default=lambda o: "obj"), json.dumps([OrderedDict(a=1), namedtuple("N", "x y")(1, 2)]))
class E(IntEnum): A = 1
print(json.dumps([E.A, {E.A: E.A}]))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(json.dumps({"z": 1 + 2j}, cls=Enc), Enc(indent=1).encode([1j]), "".join(Enc().iterencode({"a": [1, 2j]}))); attempt(json.dumps, {1}, cls=Enc)
for s in ['{"a": 1, "b": [1, 2.5, -3, 1e5, 1E-2, true, false, null]}', ' [ ] ', '{}', '"x"', '1', '-0', '-0.0', '[NaN, Infinity, -Infinity]', '"\\u00e9\\ud83d\\ude00\\n\\/\\"\\ud83d"', '[1,[2,[3]]]', '{"a":{"b":{}}}', '  12  ', '"é😀"', '[1.0, 100, 1.5e3, 0]', '{"a":1,"a":2}', '{ "a" : [ 1 , 2 ] }']:
    attempt(json.loads, s)
for s in ['', ' ', '{', '[', '{"a"', '{"a":', '{"a": }', '{"a": 1', '{"a": 1,', '{"a": 1,}', '[1,]', '[1', '[1 2]', '{"a" 1}', "{'a': 1}", '{a: 1}', '"abc', '"ab\ncd"', '"\\x"', '"\\u12"', '"\\', 'nul', 'tru', '01', '1.', '.5', '-', '+1', '1 2', '{} x', '[1,\n 2,\n x]', '{"a": 1\n "b": 2}', '\n\n  oops', 'undefined', '{"a": undefined}', '[1,,2]', '{,}', '1e', '1e+', '"\t"', '--1', 'True', '"\\ud83d\\u00zz"', "\ufeff1", '[1, 2', '[}', '{"a":1 ,, }']:
    attempt(json.loads, s)
attempt(json.loads, 5); attempt(json.loads, None); attempt(json.loads, b'{"a": 1}')
try: json.loads('{"a": 1,\n bad}')
except json.JSONDecodeError as e: print(e.msg, e.pos, e.lineno, e.colno, e.doc, isinstance(e, ValueError), type(e), repr(e))
print(json.loads('{"a": 1}', object_hook=lambda d: d | {"h": 1}), json.loads('{"a": 1, "b": {"c": 2}}', object_pairs_hook=OrderedDict), json.loads('1.5', parse_float=str), json.loads('[1]', parse_int=float), json.loads('NaN', parse_constant=lambda c: c), json.loads('"\t"', strict=False), json.JSONDecoder().raw_decode('[1] tail'))
f = io.StringIO(); json.dump({"a": [1]}, f, indent=1); print(f.getvalue()); f.seek(0); print(json.load(f))
@dataclass
class P: x: int; y: str = "q"
print(json.dumps(asdict(P(1))), json.loads(json.dumps(data)) == {str(k) if not isinstance(k, str) else k: v for k, v in data.items()} or "keys differ")
