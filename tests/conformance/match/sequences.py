def f(x):
    match x:
        case []: return "empty"
        case [one]: return f"one {one}"
        case [1, *rest]: return f"one and {rest}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case (a, [b, *c], d): return f"nested {a} {b} {c} {d}"
        case [*all]: return f"all {all}"
        case _: return "no sequence"
for x in ([], (5,), [1, 2, 3], [7, 8, 7], (0, [1, 2, 3], 4), (3, 4), "abc", b"abc", {1: 2}, range(2), iter([])):
    print(f(x))
