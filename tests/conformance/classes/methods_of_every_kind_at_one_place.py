# One call obj.method() whose receivers keep the method in different ways, and change it while the place is in use.
import types


class Function:
    def method(self, *args):
        return 'function', type(self).__name__, args


class Class:
    @classmethod
    def method(cls, *args):
        return 'classmethod', cls.__name__, args


class Static:
    @staticmethod
    def method(*args):
        return 'staticmethod', args


class Own:
    def __init__(self):
        self.method = lambda *args: ('own', args)


class Bound:
    method = Function().method


class Builtin:
    method = len


class Derived(Class):
    pass


class OddDecorator(staticmethod):
    def __get__(self, instance, owner=None):
        return lambda *args: ('odd', args)


class Odd:
    method = OddDecorator(print)


class Dynamic:
    def __getattr__(self, name):
        return lambda *args: (name, args)


module = types.ModuleType('module')
module.method = lambda *args: ('module', args)


def call(obj, *args):
    return obj.method(*args)


def one(obj):
    return obj.method('x')


receivers = [Function(), Class(), Static(), Own(), Bound(), Builtin(), Derived(), Odd(), Dynamic(), module, Class, Derived, Static, Odd]
for _ in range(3):
    for receiver in receivers:
        assert call(receiver, 'x') == one(receiver)
for receiver in receivers:
    print(one(receiver))

# A place for each receiver, which has seen it often.
places = [eval('lambda obj: obj.method("y")') for _ in receivers]


def show_all():
    for place, receiver in zip(places, receivers):
        for _ in range(3):
            answer = place(receiver)
        print(answer)


show_all()
Class.method = Static.__dict__['method']
Static.method = classmethod(lambda cls, *args: ('class now', cls.__name__, args))
Function.method = lambda self, *args: ('other', args)
Dynamic.method = staticmethod(lambda *args: ('static now', args))
module.method = lambda *args: ('other module', args)
receivers[1].method = lambda *args: ('own now', args)
receivers[2].__dict__['method'] = lambda *args: ('own by __dict__', args)
show_all()
Derived.method = lambda *args: ('of Derived', args)
print([place(receiver) for place, receiver in zip(places, receivers) if receiver is Derived])


class Meta(type):
    def method(cls, *args):
        return 'meta', cls.__name__, args


class Plain:
    pass


class WithMeta(metaclass=Meta):
    pass


for receiver in (Class, WithMeta, Class, WithMeta):
    print(one(receiver))
try:
    one(Plain)
except AttributeError as error:
    print(error)
