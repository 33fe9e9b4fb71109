"""Abstract base classes that are recognised by their methods: Iterable, Sized, Generator, ..."""

__name__ = "collections.abc"

from abc import ABCMeta, abstractmethod

GenericAlias = type(list[int])


def recognised_by(*names):
    """Decorate an abstract class: every class that defines these methods counts as its subclass.

    A class that sets one of them to None says that it has it not. Subclasses of the decorated class are not recognised so.
    """
    def has_all(candidate):
        for name in names:
            definitions = (base.__dict__[name] for base in candidate.__mro__ if name in base.__dict__)
            if next(definitions, None) is None:
                return False
        return True

    def hook(owner):
        def __subclasshook__(cls, other):
            return True if cls is owner and has_all(other) else NotImplemented
        owner.__subclasshook__ = classmethod(__subclasshook__)
        return owner
    return hook


@recognised_by("__hash__")
class Hashable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@recognised_by("__await__")
class Awaitable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __class_getitem__ = classmethod(GenericAlias)


@recognised_by("__await__", "send", "throw", "close")
class Coroutine(Awaitable):

    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Go on, with the value as what the await gives; what is yielded next, or StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception where the coroutine stands; what is yielded next, or StopIteration."""
        raise _as_exception(typ, val, tb)

    def close(self):
        """End the coroutine where it stands."""
        _end(self, "coroutine")


def _end(running, kind):
    try:
        running.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(f"{kind} ignored GeneratorExit")


def _as_exception(typ, val, tb):
    if val is None:
        if tb is None:
            return typ
        val = typ()
    return val if tb is None else val.with_traceback(tb)


@recognised_by("__aiter__")
class AsyncIterable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __class_getitem__ = classmethod(GenericAlias)


@recognised_by("__anext__", "__aiter__")
class AsyncIterator(AsyncIterable):

    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """The next item; StopAsyncIteration if there is none."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self


@recognised_by("__aiter__", "__anext__", "asend", "athrow", "aclose")
class AsyncGenerator(AsyncIterator):

    __slots__ = ()

    async def __anext__(self):
        """The next value that the generator yields; StopAsyncIteration if it has ended."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Go on, with the value as what the yield gives; what is yielded next, or StopAsyncIteration."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Go on with an exception where the generator stands; what is yielded next, or StopAsyncIteration."""
        raise _as_exception(typ, val, tb)

    async def aclose(self):
        """End the generator where it stands."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


@recognised_by("__iter__")
class Iterable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __class_getitem__ = classmethod(GenericAlias)


@recognised_by("__iter__", "__next__")
class Iterator(Iterable):

    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """The next item; StopIteration if there is none."""
        raise StopIteration

    def __iter__(self):
        return self


@recognised_by("__reversed__", "__iter__")
class Reversible(Iterable):

    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


@recognised_by("__iter__", "__next__", "send", "throw", "close")
class Generator(Iterator):

    __slots__ = ()

    def __next__(self):
        """The next value that the generator yields; StopIteration if it has ended."""
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Go on, with the value as what the yield gives; what is yielded next, or StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Go on with an exception where the generator stands; what is yielded next, or StopIteration."""
        raise _as_exception(typ, val, tb)

    def close(self):
        """End the generator where it stands."""
        _end(self, "generator")


@recognised_by("__len__")
class Sized(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@recognised_by("__contains__")
class Container(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __class_getitem__ = classmethod(GenericAlias)


@recognised_by("__len__", "__iter__", "__contains__")
class Collection(Sized, Iterable, Container):

    __slots__ = ()


class _CallableGenericAlias(GenericAlias):
    """ Represent `Callable[argtypes, resulttype]`.

    The arguments are kept flat: ``__args__`` of ``Callable[[int, str], float]`` is ``(int, str, float)``.
    """

    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = args
        if isinstance(parameters, (list, tuple)):
            args = (*parameters, result)
        elif not _is_parameters(parameters):
            raise TypeError(
                "Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                f"Got {parameters}")
        return super().__new__(cls, origin, args)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_parameters(args[0]):
            return super().__repr__()
        shown = [_shown(arg) for arg in args]
        return f"collections.abc.Callable[[{', '.join(shown[:-1])}], {shown[-1]}]"

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_parameters(args[0])):
            args = list(args[:-1]), args[-1]
        return _CallableGenericAlias, (Callable, args)

    def __getitem__(self, item):
        # Flattened already: what replaced the parameters may be a list itself.
        args = super().__getitem__(item).__args__
        if not (len(args) == 2 and _is_parameters(args[0])):
            if isinstance(args[0], (tuple, list)):
                args = (*args[0], *args[1:])
            args = list(args[:-1]), args[-1]
        return _CallableGenericAlias(Callable, args)


def _is_parameters(obj):
    # What stands for all parameters of a callable. The classes are typing's, which need not be imported for this.
    if obj is Ellipsis:
        return True
    cls = type(obj)
    return cls.__module__ == "typing" and cls.__name__ in ("ParamSpec", "_ConcatenateGenericAlias")


def _shown(arg):
    if arg is Ellipsis:
        return "..."
    if isinstance(arg, type) and not isinstance(arg, GenericAlias):
        return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
    return repr(arg)


@recognised_by("__call__")
class Callable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __class_getitem__ = classmethod(_CallableGenericAlias)
