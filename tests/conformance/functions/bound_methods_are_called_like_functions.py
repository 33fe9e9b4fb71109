# Bound methods kept in variables, of functions and of other callables, with defaults, stars and too few arguments.
import types


class Point:
    def __init__(self, x):
        self.x = x

    def plus(self, y, z=100):
        return self.x + y + z

    def many(self, *args, **kwargs):
        return self.x, args, kwargs

    def steps(self, n):
        for i in range(n):
            yield self.x + i

    async def later(self):
        return self.x

    def __call__(self, *args):
        return 'called', self.x, args


point = Point(1)
plus, many, steps, later = point.plus, point.many, point.steps, point.later
for _ in range(2):
    print(plus(2), plus(2, 3), plus(y=5), many(), many(1, 2, k=3), list(steps(3)))
coroutine = later()
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)
for arguments in ((), (1, 2, 3)):
    try:
        plus(*arguments)
    except TypeError as error:
        print(error)
try:
    plus()
except TypeError as error:
    print(error)

call = types.MethodType(point, 'first')
print(call(), call('second'))
nested = types.MethodType(types.MethodType(Point.many, point), 'inner')
print(nested(), nested('x'))
length = types.MethodType(len, 'four')
print(length())
appended = []
append = types.MethodType(list.append, appended)
append(1)
append(2)
print(appended)
kind = types.MethodType(Point, 7)
print(kind().x)


def depth(method, n):
    return n if n == 0 else method(n - 1)


class Recursive:
    def go(self, n):
        go = self.go
        return 0 if n == 0 else 1 + go(n - 1)


print(Recursive().go(200))
