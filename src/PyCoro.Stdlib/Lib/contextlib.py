"""Context managers: from generators, for common needs, and stacks of them (PEP 343, PEP 492)."""

import abc
import sys
from _collections_abc._methods import recognised_by
from _collections import deque
from functools import wraps
from types import MethodType, GenericAlias

__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
           'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'redirect_stdout',
           'redirect_stderr', 'suppress', 'aclosing', 'AsyncContextDecorator', 'chdir']


@recognised_by('__enter__', '__exit__')
class AbstractContextManager(abc.ABC):
    """What a with statement needs; entering gives the manager itself."""

    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        """Begin the block; what this returns is the value after `as`."""
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """End the block; a true answer swallows its exception."""


@recognised_by('__aenter__', '__aexit__')
class AbstractAsyncContextManager(abc.ABC):
    """What an async with statement needs; entering gives the manager itself."""

    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        """Begin the block; what this returns is the value after `as`."""
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """End the block; a true answer swallows its exception."""


class ContextDecorator:
    """Lets a context manager decorate a function: each call runs inside the manager."""

    def _recreate_cm(self):
        # The manager for one call. The same one serves if it can be entered again.
        return self

    def __call__(self, func):
        @wraps(func)
        def inside(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inside


class AsyncContextDecorator:
    """Lets an asynchronous context manager decorate a coroutine function."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inside(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inside


# Managers made of generators: entering runs the generator up to its yield, leaving runs the rest.

class _GeneratorContextManagerBase:
    # How the generator says that it has ended, and what it cannot let out as itself (PEP 479).
    _end = _confined = None

    def __init__(self, func, args, kwds):
        self._origin = func, args, kwds
        self.gen = func(*args, **kwds)
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return type(self)(*self._origin)

    def _swallows(self, raised, given, traceback):
        """What to answer if the generator was given one exception and raised another; None if that one is to go on."""
        came_back = raised is given
        if not came_back:
            if isinstance(raised, self._end):
                return True
            # Wrapped in a RuntimeError on its way out, for what it is.
            came_back = (isinstance(raised, RuntimeError) and raised.__cause__ is given
                         and isinstance(given, self._confined))
        if not came_back:
            return None
        # The way through the generator is no part of the block's story.
        given.__traceback__ = traceback
        return False


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """A context manager made by @contextmanager."""

    _end = _confined = StopIteration

    def __enter__(self):
        # What the arguments hold shall not live as long as the block.
        del self._origin
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            self._refuse_to_go_on('')
        if exc_value is None:
            exc_value = exc_type()
        try:
            self.gen.throw(exc_type, exc_value, traceback)
        except BaseException as raised:
            answer = self._swallows(raised, exc_value, traceback)
            if answer is None:
                raise
            return answer
        self._refuse_to_go_on(' after throw()')

    def _refuse_to_go_on(self, when):
        with closing(self.gen):
            raise RuntimeError(f"generator didn't stop{when}")


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """An asynchronous context manager made by @asynccontextmanager."""

    _end = StopAsyncIteration
    _confined = StopIteration, StopAsyncIteration

    async def __aenter__(self):
        del self._origin
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            await self._refuse_to_go_on('')
        if exc_value is None:
            exc_value = exc_type()
        try:
            await self.gen.athrow(exc_type, exc_value, traceback)
        except BaseException as raised:
            answer = self._swallows(raised, exc_value, traceback)
            if answer is None:
                raise
            return answer
        await self._refuse_to_go_on(' after athrow()')

    async def _refuse_to_go_on(self, when):
        async with aclosing(self.gen):
            raise RuntimeError(f"generator didn't stop{when}")


def contextmanager(func):
    """Turn a generator function with one yield into a function that makes context managers."""
    @wraps(func)
    def manager(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return manager


def asynccontextmanager(func):
    """Turn an asynchronous generator function with one yield into a function that makes asynchronous context managers."""
    @wraps(func)
    def manager(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return manager


# Managers for common needs.

class closing(AbstractContextManager):
    """Gives the thing to the block and calls its close() afterwards."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Gives the thing to the block and awaits its aclose() afterwards."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing, where a manager is asked for and none is wanted."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc_info):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *exc_info):
        pass


class suppress(AbstractContextManager):
    """Swallows the exceptions of the classes named; the block ends where one is raised."""

    def __init__(self, *exceptions):
        self._swallowed = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_value, traceback):
        return exc_type is not None and issubclass(exc_type, self._swallowed)


class _Replacement(AbstractContextManager):
    """Puts one thing in another's place, and that one back afterwards. The same manager may be entered inside itself."""

    def __init__(self):
        self._replaced = []

    def _replace(self, new):
        self._replaced.append(self._look())
        self._put(new)

    def __exit__(self, *exc_info):
        self._put(self._replaced.pop())


class _RedirectStream(_Replacement):
    # The name of the stream in sys.
    _stream = None

    def __init__(self, new_target):
        super().__init__()
        self._target = new_target

    def _look(self):
        return getattr(sys, self._stream)

    def _put(self, stream):
        setattr(sys, self._stream, stream)

    def __enter__(self):
        self._replace(self._target)
        return self._target


class redirect_stdout(_RedirectStream):
    """What the block prints goes to another file."""

    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """What the block writes to sys.stderr goes to another file."""

    _stream = 'stderr'


class chdir(_Replacement):
    """Another working directory; it is the whole process's, so other threads see it too."""

    def __init__(self, path):
        super().__init__()
        self.path = path

    def _look(self):
        import os
        return os.getcwd()

    def _put(self, path):
        import os
        os.chdir(path)

    def __enter__(self):
        self._replace(self.path)


# Stacks of managers.

def _methods_of_type(thing, protocol, *names):
    """The methods that a with statement finds: those of the type, bound to the thing."""
    cls = type(thing)
    try:
        return [MethodType(getattr(cls, name), thing) for name in names]
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support "
                        f'the {protocol} protocol') from None


def _exit_of(candidate, name):
    """The exit of a manager; anything else is the exit itself."""
    method = getattr(type(candidate), name, None)
    return candidate if method is None else MethodType(method, candidate)


class _Departure:
    """The exception on its way from the block through the exits, which may swallow or replace it."""

    def __init__(self, details):
        self.details = details
        self._outer = sys.exc_info()[1]
        self._came_with_one = details[0] is not None
        self._swallowed = False
        self._replaced = False

    def hear(self, answer):
        """An exit has returned."""
        if answer:
            self.details = None, None, None
            self._swallowed, self._replaced = True, False

    def replace(self, error):
        """An exit has raised. As in nested with statements, the context of its exception is the one that it was told of."""
        told, outer = self.details[1], self._outer
        link = error
        while not ((context := link.__context__) is None or context is told or context is outer):
            link = context
        # It was raised while the outer exception was handled, not directly because of it.
        if context is not None and context is outer:
            link.__context__ = told
        self.details = type(error), error, error.__traceback__
        self._replaced = True

    def end(self):
        """All exits are through: raise what one of them raised, or tell whether the block's exception is swallowed."""
        if self._replaced:
            error = self.details[1]
            context = error.__context__
            try:
                raise error
            finally:
                # To raise it here has set the outer exception as its context.
                error.__context__ = context
                del error, context
        return self._came_with_one and self._swallowed


class _ExitStackBase:
    def __init__(self):
        # Pairs: whether it is a plain call (or has to be awaited), and the exit.
        self._exit_callbacks = deque()

    def _add(self, leave, is_plain=True):
        self._exit_callbacks.append((is_plain, leave))

    def pop_all(self):
        """Move all exits to a new stack and return it."""
        heir = type(self)()
        heir._exit_callbacks, self._exit_callbacks = self._exit_callbacks, heir._exit_callbacks
        return heir

    def enter_context(self, cm):
        """Enter a context manager; it is left with the stack."""
        enter, leave = _methods_of_type(cm, 'context manager', '__enter__', '__exit__')
        entered = enter()
        self._add(leave)
        return entered

    def push(self, exit):
        """Leave a manager that is entered already, or call a function with the arguments of __exit__."""
        self._add(_exit_of(exit, '__exit__'))
        return exit

    def callback(self, callback, /, *args, **kwds):
        """Call a function with these arguments; it cannot swallow exceptions."""
        def leave(*exc_info):
            callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._add(leave)
        return callback


class ExitStack(_ExitStackBase, AbstractContextManager):
    """Leaves managers and calls functions at the end of its block, the last one first."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        departure = _Departure(exc_details)
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                departure.hear(leave(*departure.details))
            except BaseException as error:
                departure.replace(error)
        return departure.end()

    def close(self):
        """Do now what is due at the end of the block."""
        self.__exit__(None, None, None)


class AsyncExitStack(_ExitStackBase, AbstractAsyncContextManager):
    """An ExitStack of asynchronous and ordinary managers and functions."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager; it is left with the stack."""
        enter, leave = _methods_of_type(cm, 'asynchronous context manager', '__aenter__', '__aexit__')
        entered = await enter()
        self._add(leave, False)
        return entered

    def push_async_exit(self, exit):
        """Leave a manager that is entered already, or await a function with the arguments of __aexit__."""
        self._add(_exit_of(exit, '__aexit__'), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Await a coroutine function with these arguments; it cannot swallow exceptions."""
        async def leave(*exc_info):
            await callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._add(leave, False)
        return callback

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        departure = _Departure(exc_details)
        while self._exit_callbacks:
            is_plain, leave = self._exit_callbacks.pop()
            try:
                answer = leave(*departure.details)
                departure.hear(answer if is_plain else await answer)
            except BaseException as error:
                departure.replace(error)
        return departure.end()

    async def aclose(self):
        """Do now what is due at the end of the block."""
        await self.__aexit__(None, None, None)
