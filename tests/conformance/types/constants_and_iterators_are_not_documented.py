import types

for kind in (type(None), type(...), type(NotImplemented), type(iter([])), type({}.keys()), types.FrameType, types.GeneratorType):
    print(kind.__name__, kind.__doc__)
print(type(types.UnionType.__doc__).__name__, staticmethod(None).__dict__)
try:
    raise IndexError
except IndexError as error:
    print(dir(error.__traceback__))
