import codecs

problem = None


def fail(input, errors='strict'):
    raise problem


codecs.register(lambda name: codecs.CodecInfo(fail, fail, name=name) if name == 'failing' else None)


class Plain(ValueError):
    pass


class WithInit(ValueError):
    def __init__(self, *arguments):
        pass


class WithSlots(ValueError):
    __slots__ = 'one',


with_attribute = Plain('text')
with_attribute.more = 1
for problem in (Plain('text'), Plain(), Plain(1), Plain('a', 'b'), WithInit('text'), WithSlots('text'), with_attribute,
                KeyError('text'), OSError('text'), MemoryError('text'), AttributeError('text'), StopIteration('text')):
    for code in (lambda: codecs.encode('x', 'failing')), (lambda: b'x'.decode('failing')), (lambda: bytes('x', 'failing')):
        try:
            code()
        except Exception as error:
            print(error is problem, repr(error), repr(error.__cause__))
