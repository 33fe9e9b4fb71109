import _operator
import operator

print(operator.add is operator.__add__, operator.and_ is operator.__and__, operator.inv is operator.__inv__)
print(_operator.add is operator.add, len(operator.__all__))
caller = operator.methodcaller("replace", "a", "b")
print(caller.__reduce__(), operator.methodcaller("f", 1, x=2).__reduce__())
for pair in [("a", "a"), ("a", "b"), (b"ab", bytearray(b"ab")), (b"a", b"ab")]:
    print(pair, _operator._compare_digest(*pair))
for pair in [("a", b"a"), ("\xe9", "\xe9"), (1, 2)]:
    try:
        _operator._compare_digest(*pair)
    except TypeError as error:
        print(error)
