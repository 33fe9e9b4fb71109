"""Event loops and the policy that says which one is current."""

import sys

from _asyncio import (Handle, TimerHandle, _get_event_loop, _get_running_loop, _set_running_loop, get_event_loop,
                      get_running_loop)

__all__ = ('AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle',
           'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop', 'set_event_loop', 'new_event_loop',
           'get_child_watcher', 'set_child_watcher', '_set_running_loop', 'get_running_loop', '_get_running_loop')


class AbstractServer:
    """Abstract server returned by create_server()."""

    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class AbstractEventLoop:
    """Abstract event loop."""

    def _abstract(self, *args, **kwargs):
        raise NotImplementedError

    async def _abstract_async(self, *args, **kwargs):
        raise NotImplementedError

    run_forever = run_until_complete = stop = is_running = is_closed = close = _abstract
    _timer_handle_cancelled = call_soon = call_later = call_at = time = create_future = create_task = _abstract
    call_soon_threadsafe = run_in_executor = set_default_executor = _abstract
    add_reader = remove_reader = add_writer = remove_writer = add_signal_handler = remove_signal_handler = _abstract
    set_task_factory = get_task_factory = get_exception_handler = set_exception_handler = _abstract
    default_exception_handler = call_exception_handler = get_debug = set_debug = _abstract
    shutdown_asyncgens = shutdown_default_executor = getaddrinfo = getnameinfo = _abstract_async
    create_connection = create_server = sendfile = start_tls = create_unix_connection = _abstract_async
    create_unix_server = connect_accepted_socket = create_datagram_endpoint = _abstract_async
    connect_read_pipe = connect_write_pipe = subprocess_shell = subprocess_exec = _abstract_async
    sock_recv = sock_recv_into = sock_recvfrom = sock_recvfrom_into = sock_sendall = _abstract_async
    sock_sendto = sock_connect = sock_accept = sock_sendfile = _abstract_async


class AbstractEventLoopPolicy:
    """Abstract policy for accessing the event loop."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """Default policy: a loop for each thread, made on demand for the main thread."""

    _loop_factory = None

    def __init__(self):
        self._loops = {}
        self._set_called = False

    def get_event_loop(self):
        key = _thread_ident()
        loop = self._loops.get(key)
        if loop is None and not self._set_called and _is_main_thread():
            self.set_event_loop(self.new_event_loop())
            loop = self._loops.get(key)
        if loop is None:
            raise RuntimeError('There is no current event loop in thread %r.' % _thread_name())
        return loop

    def set_event_loop(self, loop):
        self._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._loops[_thread_ident()] = loop

    def new_event_loop(self):
        return self._loop_factory()


def _thread_ident():
    threading = sys.modules.get('threading')
    return 0 if threading is None or _is_main_thread() else threading.get_ident()


def _is_main_thread():
    threading = sys.modules.get('threading')
    return threading is None or threading.current_thread() is threading.main_thread()


def _thread_name():
    threading = sys.modules.get('threading')
    return 'MainThread' if threading is None else threading.current_thread().name


_event_loop_policy = None


def get_event_loop_policy():
    """Get the current event loop policy."""
    global _event_loop_policy
    if _event_loop_policy is None:
        from . import unix_events
        _event_loop_policy = unix_events.DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    """Set the current event loop policy; None restores the default one."""
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    _event_loop_policy = policy


def _policy_loop():
    return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Equivalent to calling get_event_loop_policy().set_event_loop(loop)."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """Equivalent to calling get_event_loop_policy().new_event_loop()."""
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    """Equivalent to calling get_event_loop_policy().get_child_watcher()."""
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    """Equivalent to calling get_event_loop_policy().set_child_watcher(watcher)."""
    return get_event_loop_policy().set_child_watcher(watcher)
