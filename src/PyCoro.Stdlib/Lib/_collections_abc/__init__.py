"""Abstract Base Classes (ABCs) for collections, according to PEP 3119."""

# collections.abc is this module under another name; it is apart so that whoever needs only the classes need not import
# collections. The classes lie in two files; both say that they are collections.abc.

from _collections_abc._methods import (
    AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Collection, Container, Coroutine, Generator,
    GenericAlias, Hashable, Iterable, Iterator, Reversible, Sized, _CallableGenericAlias)
from _collections_abc._containers import (
    ByteString, ItemsView, KeysView, Mapping, MappingView, MutableMapping, MutableSequence, MutableSet, Sequence, Set,
    ValuesView)

__all__ = [
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator",
    "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
    "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString",
]

__name__ = "collections.abc"


async def _async_generator():
    yield


def _register_builtins():
    def generator():
        yield

    async def coroutine():
        pass

    made = coroutine()
    Coroutine.register(type(made))
    made.close()
    Generator.register(type(generator()))
    AsyncGenerator.register(type(_async_generator()))
    for iterator in (iter([]), iter({}), iter({}.items()), iter(()), iter(""), iter(range(0)), iter(set()), zip()):
        Iterator.register(type(iterator))
    for sequence in (tuple, str, range, memoryview):
        Sequence.register(sequence)
    MutableSequence.register(list)
    try:
        from _collections import deque
    except ImportError:
        # Someone hides it.
        pass
    else:
        MutableSequence.register(deque)
    for string in (bytes, bytearray):
        ByteString.register(string)
    MutableSequence.register(bytearray)
    Set.register(frozenset)
    MutableSet.register(set)
    MutableMapping.register(dict)
    Mapping.register(type(type.__dict__))
    KeysView.register(type({}.keys()))
    ItemsView.register(type({}.items()))
    ValuesView.register(type({}.values()))


_register_builtins()
del _register_builtins, _async_generator
