"""Waiting for several files at once (library reference: selectors).

What is waited for is kept in a map from descriptors to keys, the same for all selectors. How the system is told of it, and
how it answers, is the business of a few hooks that each kind of selector has of its own.
"""

import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ, EVENT_WRITE = 1, 2

SelectorKey = namedtuple('SelectorKey', 'fileobj fd events data')
SelectorKey.__doc__ = 'SelectorKey(fileobj, fd, events, data)\n\n    A registered file: what it is, what is waited for, and what belongs to it.\n'
for _field, _text in {
    'data': 'What the program attached to it.',
    'events': 'What is waited for: EVENT_READ, EVENT_WRITE or both.',
    'fd': 'Its descriptor.',
    'fileobj': 'The file object, or the descriptor, that was registered.',
}.items():
    getattr(SelectorKey, _field).__doc__ = _text
del _field, _text


def _fileobj_to_fd(fileobj):
    """The descriptor of a file object; a number is one itself."""
    fd = fileobj
    if not isinstance(fileobj, int):
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {fileobj!r}') from None
    if fd >= 0:
        return fd
    raise ValueError(f'Invalid file descriptor: {fd}')


class _Registered(Mapping):
    """The keys of a selector. By file object for programs; by descriptor inside."""

    def __init__(self):
        self.keys_by_fd = {}

    def fd_of(self, fileobj):
        """The descriptor of a file; a registered one is known by it even after it was closed."""
        try:
            return _fileobj_to_fd(fileobj)
        except ValueError:
            known = [key.fd for key in self.keys_by_fd.values() if key.fileobj is fileobj]
            if not known:
                raise
            return known[0]

    def __getitem__(self, fileobj):
        key = self.keys_by_fd.get(self.fd_of(fileobj))
        if key is None:
            raise KeyError(f'{fileobj!r} is not registered')
        return key

    def __iter__(self):
        return iter(self.keys_by_fd)

    def __len__(self):
        return len(self.keys_by_fd)


class BaseSelector(metaclass=ABCMeta):
    """What a selector can do: it waits until one of several files is ready.

    A file is a file object or its descriptor. To each anything may be attached, a callback for instance.
    """

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        """Give back what the system has lent; the selector must not be used afterwards."""

    @abstractmethod
    def get_map(self):
        """A mapping of file objects to their keys; None when the selector is closed."""
        raise NotImplementedError

    def get_key(self, fileobj):
        """The key of a registered file object; KeyError for others."""
        registered = self.get_map()
        if registered is None:
            raise RuntimeError('Selector is closed')
        if fileobj in registered:
            return registered[fileobj]
        raise KeyError(f'{fileobj!r} is not registered')

    @abstractmethod
    def select(self, timeout=None):
        """Wait until something is ready, at most timeout seconds; 0 or less does not wait, None waits for ever.

        Gives a list of pairs, a key and the events that are there of those that were asked for."""
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        """Wait for a file no more; gives its key, KeyError when there is none. It may have been closed before."""
        raise NotImplementedError

    @abstractmethod
    def register(self, fileobj, events, data=None):
        """Wait for events on a file from now on; gives its key.

        ValueError for events that are none or a file that is none, KeyError when it is registered already, and OSError when
        the system cannot wait for it."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Wait for other events on a registered file, or attach other data to it; gives its new key."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)


class _KeepingSelector(BaseSelector):
    """Keeps the keys; what the system has to know goes through the hooks at the end."""

    def __init__(self):
        self._map = self._registered = _Registered()

    def get_map(self):
        return self._map

    def close(self):
        self._map = None
        self._registered.keys_by_fd.clear()

    def register(self, fileobj, events, data=None):
        if events & ~(EVENT_READ | EVENT_WRITE) or not events:
            raise ValueError(f'Invalid events: {events!r}')
        fd = self._registered.fd_of(fileobj)
        keys = self._registered.keys_by_fd
        if fd in keys:
            raise KeyError(f'{fileobj!r} (FD {fd}) is already registered')
        self._watch(fd, events)
        keys[fd] = key = SelectorKey(fileobj, fd, events, data)
        return key

    def unregister(self, fileobj):
        key = self._registered[fileobj]
        del self._registered.keys_by_fd[key.fd]
        self._forget(key.fd)
        return key

    def modify(self, fileobj, events, data=None):
        key = self._registered[fileobj]
        if events != key.events:
            try:
                self._watch_otherwise(key.fd, events)
            except BaseException:
                # Nobody knows what the system waits for now: better for nothing.
                self.unregister(fileobj)
                raise
        changed = SelectorKey(key.fileobj, key.fd, events, data)
        self._registered.keys_by_fd[key.fd] = changed
        return changed

    def select(self, timeout=None):
        try:
            found = self._ask(timeout)
        except InterruptedError:
            return []
        keys = self._registered.keys_by_fd
        return [(key, events & key.events) for fd, events in found if (key := keys.get(fd)) is not None]

    # The hooks.

    def _watch(self, fd, events):
        """Wait for events on a descriptor from now on."""
        raise NotImplementedError

    def _watch_otherwise(self, fd, events):
        """Wait for others on one that is waited for."""
        self._forget(fd)
        self._watch(fd, events)

    def _forget(self, fd):
        """Wait for nothing on it, which may be closed."""
        raise NotImplementedError

    def _ask(self, timeout):
        """Wait, and give pairs of descriptors and events."""
        raise NotImplementedError


class SelectSelector(_KeepingSelector):
    """Waits with select.select()."""

    def __init__(self):
        super().__init__()
        # For each event those who wait for it.
        self._waiting = {EVENT_READ: set(), EVENT_WRITE: set()}

    def _watch(self, fd, events):
        for event, fds in self._waiting.items():
            if events & event:
                fds.add(fd)

    def _forget(self, fd):
        for fds in self._waiting.values():
            fds.discard(fd)

    def _ask(self, timeout):
        wait = None if timeout is None else max(timeout, 0)
        *ready, _ = select.select(*self._waiting.values(), (), wait)
        found = {}
        for event, fds in zip(self._waiting, ready):
            for fd in fds:
                found[fd] = found.get(fd, 0) | event
        return found.items()


class _PollingSelector(_KeepingSelector):
    """Waits with an object of the system's, to which each descriptor is made known once."""

    # The class of the object, and its flags for the two events.
    _selector_cls = None
    _READABLE = _WRITABLE = 0

    def __init__(self):
        super().__init__()
        self._selector = self._selector_cls()

    def _flags(self, events):
        return self._READABLE * bool(events & EVENT_READ) | self._WRITABLE * bool(events & EVENT_WRITE)

    def _watch(self, fd, events):
        self._selector.register(fd, self._flags(events))

    def _watch_otherwise(self, fd, events):
        self._selector.modify(fd, self._flags(events))

    def _forget(self, fd):
        try:
            self._selector.unregister(fd)
        except OSError:
            # It was closed, and so the object knows it no more.
            pass

    def _ask(self, timeout):
        # An error, or a peer that has gone, is told by other flags, and makes a file ready for all that is asked of it.
        only_readable, only_writable = self._READABLE, self._WRITABLE
        return [(fd, (flags != only_writable and EVENT_READ) | (flags != only_readable and EVENT_WRITE))
                for fd, flags in self._poll(timeout)]

    def _poll(self, timeout):
        # Milliseconds, rounded up: who waits for a time must not be woken before it has come.
        return self._selector.poll(timeout and max(0, -int(-timeout * 1000 // 1)))


class PollSelector(_PollingSelector):
    """Waits with select.poll()."""

    _selector_cls = select.poll
    _READABLE, _WRITABLE = select.POLLIN, select.POLLOUT


class EpollSelector(_PollingSelector):
    """Waits with select.epoll(), which costs the same however many files there are."""

    _selector_cls = select.epoll
    _READABLE, _WRITABLE = select.EPOLLIN, select.EPOLLOUT

    def fileno(self):
        """The descriptor of the object itself."""
        return self._selector.fileno()

    def close(self):
        super().close()
        self._selector.close()

    def _poll(self, timeout):
        # Seconds, but counted in milliseconds by the system as well.
        wait = -1 if timeout is None else max(0, -(-timeout * 1000 // 1) / 1000)
        return self._selector.poll(wait, len(self._registered) or 1)


DefaultSelector = EpollSelector
