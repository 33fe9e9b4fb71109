import sys


def body():
    try:
        yield "begun"
    except ValueError as error:
        print("  inside", repr(error), repr(error.__context__))
        yield sys.exc_info()[1]
        print("  resumed", repr(sys.exc_info()[1]))
    print("  after", sys.exc_info()[1] and repr(sys.exc_info()[1]))
    yield "last"


generator = body()
print(next(generator))
try:
    raise OSError("outside")
except OSError:
    print(repr(generator.throw(ValueError("thrown"))))
    print("outside still", repr(sys.exc_info()[1]))
print(sys.exc_info()[1])
print(next(generator))

generator = body()
next(generator)
generator.throw(ValueError("thrown"))
try:
    raise KeyError("outside")
except KeyError:
    print(next(generator))
