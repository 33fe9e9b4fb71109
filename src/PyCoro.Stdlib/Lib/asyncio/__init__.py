"""The asyncio package: event loop, futures and tasks are native, the rest is Python on top of them."""

import _asyncio

from . import format_helpers
from . import base_events
from . import coroutines
from . import events
from . import exceptions
from . import futures
from . import locks
from . import queues
from . import runners
from . import taskgroups
from . import tasks
from . import threads
from . import timeouts
from . import unix_events
from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .runners import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from .unix_events import *

_asyncio._register_hooks(
    future_repr=format_helpers.future_repr,
    task_repr=format_helpers.task_repr,
    handle_repr=format_helpers.handle_repr,
    describe_callback=format_helpers.describe_callback,
    policy_loop=events._policy_loop,
    ensure_future=tasks._ensure_future,
    task_get_stack=format_helpers.task_get_stack,
    task_print_stack=format_helpers.task_print_stack,
    extract_stack=format_helpers.extract_stack,
    report_slow=base_events._report_slow,
    is_coroutine_or_function=coroutines._is_coroutine_or_function,
    sleep_by_methods=tasks._sleep_by_methods,
    set_result_unless_cancelled=tasks._set_result_unless_cancelled,
)

# What only programs with connections need is imported when it is asked for: name to module.
_LATER = {
    **dict.fromkeys(('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol'), 'protocols'),
    **dict.fromkeys(('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport',
                     'SubprocessTransport'), 'transports'),
    **dict.fromkeys(('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection', 'start_server',
                     'open_unix_connection', 'start_unix_server'), 'streams'),
    **dict.fromkeys(('create_subprocess_exec', 'create_subprocess_shell'), 'subprocess'),
    **dict.fromkeys(('AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher', 'PidfdChildWatcher',
                     'MultiLoopChildWatcher', 'ThreadedChildWatcher'), 'unix_events'),
}
_LATER_MODULES = ('base_subprocess', 'constants', 'log', 'proactor_events', 'protocols', 'selector_events', 'sslproto', 'staggered', 'streams',
                  'subprocess', 'transports', 'trsock')

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__
           + locks.__all__ + queues.__all__ + runners.__all__ + tasks.__all__
           + threads.__all__ + timeouts.__all__ + unix_events.__all__ + tuple(_LATER))


def __getattr__(name):
    import importlib
    if name in _LATER:
        value = globals()[name] = getattr(importlib.import_module(f'{__name__}.{_LATER[name]}'), name)
        return value
    if name in _LATER_MODULES:
        return importlib.import_module(f'{__name__}.{name}')
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return sorted({*globals(), *_LATER, *_LATER_MODULES})
