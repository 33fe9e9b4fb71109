import sys

for name in ("functools", "_functools"):
    sys.modules.pop(name, None)
sys.modules["_functools"] = None

import functools

print(functools.reduce(lambda a, b: a + b, [1, 2, 3]), functools.partial(max, 3)(5))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


@functools.lru_cache
def square(number):
    return number * number


print(square(3), square(3), square.cache_info())
try:
    import _functools
except ImportError as error:
    print(error)
