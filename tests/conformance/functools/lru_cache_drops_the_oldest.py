from functools import cache, lru_cache

@lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    return x * x

print(square(1), square(2), square(1), square(3), square(1), square(2))
print(square.cache_info(), square.cache_parameters(), square.__name__, square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(80), fib.cache_info())

class Holder:
    @lru_cache(typed=True)
    def method(self, x):
        return type(x).__name__

holder = Holder()
print(holder.method(1), holder.method(1.0), Holder.method.cache_info().misses)
try:
    square([])
except TypeError as error:
    print(error)
