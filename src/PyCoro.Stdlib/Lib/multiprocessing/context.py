"""Contexts: how processes are started, and everything of the package made for that way."""

import os

from multiprocessing import process

__all__ = ()

# Which function of which module a method of a context is; what the function is given besides: the context.
_MADE_HERE = {
    'Lock': 'synchronize', 'RLock': 'synchronize', 'Semaphore': 'synchronize', 'BoundedSemaphore': 'synchronize',
    'Condition': 'synchronize', 'Event': 'synchronize',
    'Queue': 'queues', 'JoinableQueue': 'queues', 'SimpleQueue': 'queues',
}
_NOT_HERE = ('Array', 'Barrier', 'Manager', 'Pool', 'RawArray', 'RawValue', 'Value')


class ProcessError(Exception):
    """What goes wrong with processes."""


class BufferTooShort(ProcessError):
    """The message is longer than the buffer it is received into; it is args[0]."""


class TimeoutError(ProcessError):
    """The time was over."""


class AuthenticationError(ProcessError):
    """The other side has another key."""


class _Reducer:
    """The module that pickles, imported when something is to be pickled."""

    def __getattr__(self, name):
        from multiprocessing import reduction
        return getattr(reduction, name)


reducer = _Reducer()


class BaseContext:
    """What the package offers, for one way to start processes."""

    reducer = reducer
    active_children, current_process, parent_process = map(
        staticmethod, (process.active_children, process.current_process, process.parent_process))

    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError

    def cpu_count(self):
        """How many processors the machine has."""
        number = os.cpu_count()
        if number is None:
            raise NotImplementedError('cannot determine number of cpus')
        return number

    def Pipe(self, duplex=True):
        """Two ends of a pipe: connections; without duplex the first one only receives, and the second one only sends."""
        from multiprocessing.connection import Pipe
        return Pipe(duplex)

    def freeze_support(self):
        """For frozen programs, which there are none of here: nothing is to be done."""

    def get_logger(self):
        """The logger of the package."""
        from multiprocessing.util import get_logger
        return get_logger()

    def log_to_stderr(self, level=None):
        """Have the logger of the package write to standard error."""
        from multiprocessing.util import log_to_stderr
        return log_to_stderr(level)

    def allow_connection_pickling(self):
        """Connections can be given to the processes that are started, without more ado."""

    def set_executable(self, executable):
        """The program that runs in the processes to be started."""
        from multiprocessing.spawn import set_executable
        set_executable(executable)

    def set_forkserver_preload(self, module_names):
        """What a server would import; there is none: processes are started afresh."""

    def get_context(self, method=None):
        """The context with that start method; this one without."""
        if method is None:
            return self
        found = _CONTEXTS.get(method)
        if found is None:
            raise ValueError(f'cannot find context for {method!r}')
        return found

    def get_start_method(self, allow_none=False):
        """The name of the way processes are started."""
        return self._name

    def set_start_method(self, method, force=False):
        """A context has its method; only the module can choose."""
        raise ValueError('cannot set start method of concrete context')


def _made_by(name, module_name):
    def make(self, *args, **kwargs):
        from importlib import import_module
        return getattr(import_module(f'multiprocessing.{module_name}'), name)(*args, ctx=self.get_context(), **kwargs)

    make.__name__ = name
    make.__qualname__ = f'BaseContext.{name}'
    make.__doc__ = f'A new {name} for processes of this context.'
    return make


def _missing(name):
    def refuse(self, *args, **kwargs):
        raise NotImplementedError(f'multiprocessing.{name} is not implemented in PyCoro')

    refuse.__name__ = name
    refuse.__qualname__ = f'BaseContext.{name}'
    return refuse


for _name, _module in _MADE_HERE.items():
    setattr(BaseContext, _name, _made_by(_name, _module))
for _name in _NOT_HERE:
    setattr(BaseContext, _name, _missing(_name))
del _name, _module


class Process(process.BaseProcess):
    """A process, started as the chosen method says."""

    _start_method = None

    @staticmethod
    def _start(process_object):
        return _default_context.get_context().Process._start(process_object)


class SpawnProcess(process.BaseProcess):
    """A process that is started afresh, and imports what it needs."""

    _start_method = 'spawn'

    @staticmethod
    def _start(process_object):
        from multiprocessing.launching import Child
        return Child(process_object)


class ForkServerProcess(SpawnProcess):
    """A process that shares nothing with the one that asks for it: it is started afresh."""

    _start_method = 'forkserver'


class SpawnContext(BaseContext):
    _name = 'spawn'
    Process = SpawnProcess


class ForkServerContext(BaseContext):
    _name = 'forkserver'
    Process = ForkServerProcess


_CONTEXTS = {each._name: each() for each in (SpawnContext, ForkServerContext)}


class DefaultContext(BaseContext):
    """The module itself: its start method can be chosen, once."""

    Process = Process

    def __init__(self):
        self._chosen = None

    def get_context(self, method=None):
        """The context with that start method; without, the one that was chosen."""
        if method is not None:
            return super().get_context(method)
        if self._chosen is None:
            self._chosen = _CONTEXTS['spawn']
        return self._chosen

    def set_start_method(self, method, force=False):
        """Choose the way processes are started; only once, unless forced. None: nothing is chosen yet."""
        if self._chosen is not None and not force:
            raise RuntimeError('context has already been set')
        self._chosen = None if force and method is None else self.get_context(method)

    def get_start_method(self, allow_none=False):
        """The name of the way processes are started; None when that is allowed and nothing was chosen."""
        if self._chosen is None and allow_none:
            return None
        return self.get_context()._name

    def get_all_start_methods(self):
        """The names of the ways there are, the default one first."""
        return list(_CONTEXTS)


_default_context = DefaultContext()


def get_spawning_popen():
    """The child that is being started by this thread, or None."""
    return getattr(_starting, 'child', None)


def set_spawning_popen(child):
    """This thread is about to write what a child needs; None: it is done."""
    _starting.child = child


def assert_spawning(obj):
    """Some things can only be given to a process when it is started."""
    if get_spawning_popen() is None:
        raise RuntimeError(f'{type(obj).__name__} objects should only be shared between processes through inheritance')


def _make_local():
    import _thread
    return _thread._local()


_starting = _make_local()
