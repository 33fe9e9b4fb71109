def f(x):
    match x:
        case {"kind": "a", "value": v}: return f"a {v}"
        case {"kind": k, **rest}: return f"kind {k} {rest}"
        case {1: [x, y]}: return f"list {x} {y}"
        case {}: return "mapping"
        case _: return "no mapping"
for x in ({"kind": "a", "value": 1, "more": 2}, {"kind": "b", "z": 1}, {1: [2, 3]}, {}, {"x": 1}, []):
    print(f(x))
