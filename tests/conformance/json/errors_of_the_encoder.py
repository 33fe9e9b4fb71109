import json

loop = []
loop.append(loop)
deep = []
for _ in range(100000):
    deep = [deep]
for value, options in (
    (loop, {}), (deep, {}), (object(), {}), ({(1, 2): 3}, {}), ({1: 2, "a": 3}, {"sort_keys": True}),
    (float("nan"), {"allow_nan": False}), ([1j], {"default": lambda o: o}), ({"a": 1j}, {"default": lambda o: str(o)}),
):
    try:
        print(json.dumps(value, **options))
    except (ValueError, TypeError, RecursionError) as error:
        print(type(error).__name__, error)
