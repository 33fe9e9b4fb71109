import functools


@functools.lru_cache(maxsize=2)
def square(n):
    return n * n


print(square(2), square(2), square(3))
info = square.cache_info()
print(info, info.hits, info._fields)
print(type(info) is type(functools.lru_cache(abs).cache_info()))
print(type(info).__module__, type(info).__qualname__)
