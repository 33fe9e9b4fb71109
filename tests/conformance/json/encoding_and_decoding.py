import json

print(json.dumps({"a": [1, 2.5, None, True, False, "é\n\"\\\u2028😀"], "b": {}, "c": [], 1: 2, None: 3, True: 4, 1.5: 5}))
print(json.dumps({"b": 1, "a": [1, {"x": ()}]}, indent=2, sort_keys=True), json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps("é", ensure_ascii=False))
print(json.dumps([float("nan"), float("inf"), -float("inf"), 1e100, 10**30]), json.dumps((1, 2), indent="\t"), json.dumps({(1, 2): 3}, skipkeys=True))
print(json.loads('{"a": [1, 2.5e3, -0, 1E5, null, true, false, "\\u00e9\\ud83d\\ude00\\n"], "b": {"c": {}}}'), json.loads(b'[1]'), json.loads(' [ ] '), json.loads("NaN"))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads("[1.5, 2]", parse_float=str, parse_int=float))
for text in ("", "[1,", "[1", "[1 2]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,}', "{1:2}", '"abc', '"\\x"', '"\\u12"', '"\n"', "nul", "[1]x", "\ufeff1", '{"a" 1}', "[,]", "-", "01", "1.", "[\n1,\n]"):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), e, e.msg, e.pos, e.lineno, e.colno)
for value in (object, {1, 2}, {(1,): 1}, float("nan")):
    try:
        print(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
class Encoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({"s": {3, 1}}, cls=Encoder), list(json.JSONEncoder().iterencode([1])) != [], json.dumps(1j, default=str))
print(json.JSONDecoder().raw_decode('{"a": 1} rest'), json.loads('"a\tb"', strict=False))
try:
    json.loads(1)
except TypeError as e:
    print(e)
