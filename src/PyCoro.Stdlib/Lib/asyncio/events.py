"""Event loops and the policy that says which one is current."""

import sys

import _thread

from _asyncio import (Handle, TimerHandle, _get_event_loop, _get_running_loop, _set_running_loop, get_event_loop,
                      get_running_loop)

from . import deferred

__all__ = ('AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle',
           'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop', 'set_event_loop', 'new_event_loop',
           'get_child_watcher', 'set_child_watcher', '_set_running_loop', 'get_running_loop', '_get_running_loop')

# There is one implementation of these, the native one.
_py_get_running_loop = _c_get_running_loop = get_running_loop
_py__get_running_loop = _c__get_running_loop = _get_running_loop
_py__set_running_loop = _c__set_running_loop = _set_running_loop
_py_get_event_loop = _c_get_event_loop = get_event_loop

__getattr__ = deferred.importer(__name__, {'threading': None})


class AbstractServer:
    """What loop.create_server() gives."""

    def close(self):
        """Stop accepting connections."""
        raise NotImplementedError

    def get_loop(self):
        """Give the loop of the server."""
        raise NotImplementedError

    def is_serving(self):
        """Tell whether connections are accepted."""
        raise NotImplementedError

    async def start_serving(self):
        """Accept connections."""
        raise NotImplementedError

    async def serve_forever(self):
        """Accept connections until cancelled."""
        raise NotImplementedError

    async def wait_closed(self):
        """Wait until the server is closed."""
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        self.close()
        await self.wait_closed()


class AbstractEventLoop:
    """What an event loop can do."""


def _declare_methods():
    """Methods that raise NotImplementedError; the coroutine functions among them when they are awaited."""
    plain = """run_forever run_until_complete stop is_running is_closed close _timer_handle_cancelled call_soon call_later call_at
        time create_future create_task call_soon_threadsafe set_default_executor add_reader remove_reader add_writer remove_writer
        add_signal_handler remove_signal_handler set_task_factory get_task_factory get_exception_handler set_exception_handler
        default_exception_handler call_exception_handler get_debug set_debug run_in_executor"""
    awaited = """shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo create_connection create_server sendfile
        start_tls create_unix_connection create_unix_server connect_accepted_socket create_datagram_endpoint connect_read_pipe
        connect_write_pipe subprocess_shell subprocess_exec sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall
        sock_sendto sock_connect sock_accept sock_sendfile"""

    def declare(name, is_awaited):
        def method(self, *args, **kwargs):
            raise NotImplementedError

        async def coroutine(self, *args, **kwargs):
            raise NotImplementedError

        function = coroutine if is_awaited else method
        function.__name__ = name
        function.__qualname__ = f'AbstractEventLoop.{name}'
        setattr(AbstractEventLoop, name, function)

    for names, is_awaited in (plain, False), (awaited, True):
        for name in names.split():
            declare(name, is_awaited)


_declare_methods()
del _declare_methods


class AbstractEventLoopPolicy:
    """Says which loop is the current one, and makes loops."""

    def get_event_loop(self):
        """Give the loop of this context."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Set the loop of this context."""
        raise NotImplementedError

    def new_event_loop(self):
        """Make a loop."""
        raise NotImplementedError

    def get_child_watcher(self):
        """Give the watcher of child processes."""
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        """Set the watcher of child processes."""
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """A loop for each thread; the main thread's is made when it is first asked for."""

    _loop_factory = None

    class _Local(_thread._local):
        _loop = None
        _set_called = False

    def __init__(self):
        self._local = self._Local()

    def get_event_loop(self):
        local = self._local
        if local._loop is None and not local._set_called and _is_main_thread():
            self.set_event_loop(self.new_event_loop())
        if local._loop is None:
            import threading
            raise RuntimeError(f'There is no current event loop in thread {threading.current_thread().name!r}.')
        return local._loop

    def set_event_loop(self, loop):
        self._local._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._local._loop = loop

    def new_event_loop(self):
        return self._loop_factory()


def _is_main_thread():
    # As long as nobody has imported threading, there is no other thread to ask for.
    threading = sys.modules.get('threading')
    return threading is None or threading.current_thread() is threading.main_thread()


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
