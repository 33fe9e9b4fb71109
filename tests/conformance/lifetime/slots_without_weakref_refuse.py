import weakref


class Bare:
    __slots__ = ()


class Open:
    __slots__ = ('__weakref__',)


class Derived(Open):
    pass


class Number(int):
    pass


for value in (Bare(), Open(), Derived(), Number(), 5, 'text', object(), {1}, ValueError()):
    try:
        print(type(weakref.ref(value)).__name__, type(value).__name__)
    except TypeError as error:
        print(error)
print('__weakref__' in vars(Open), '__weakref__' in vars(Derived), '__weakref__' in vars(Number))
try:
    type('Twice', (Open,), {'__slots__': ('__weakref__',)})
except TypeError as error:
    print(error)
