import gc
import weakref


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return self.value + other

    def __radd__(self, other):
        return other - self.value

    def __imul__(self, other):
        self.value *= other
        return self

    def __len__(self):
        return self.value


number = Number(3)
proxy = weakref.proxy(number)
print(proxy + 1, 10 + proxy, len(proxy), proxy.value, proxy is weakref.proxy(number))
scaled = proxy
scaled *= 5
print(scaled.value, type(proxy).__name__)
del number, scaled
gc.collect()
try:
    proxy.value
except ReferenceError as error:
    print(error)
