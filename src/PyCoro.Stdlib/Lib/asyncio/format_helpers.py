"""How callbacks, handles, futures and tasks are shown."""

import sys
import types

from . import constants


def _get_function_source(func):
    func = _unwrap(func)
    if isinstance(func, types.FunctionType):
        code = func.__code__
        return code.co_filename, code.co_firstlineno
    if hasattr(func, 'func') and type(func).__name__ == 'partial':
        return _get_function_source(func.func)
    return None


def _unwrap(func):
    seen = 0
    while hasattr(func, '__wrapped__') and seen < 100:
        func = func.__wrapped__
        seen += 1
    return func


def _format_callback_source(func, args):
    text = _format_callback(func, args, None)
    source = _get_function_source(func)
    if source:
        text += f' at {source[0]}:{source[1]}'
    return text


def _format_args_and_kwargs(args, kwargs):
    import reprlib
    items = []
    if args:
        items.extend(reprlib.repr(arg) for arg in args)
    if kwargs:
        items.extend(f'{key}={reprlib.repr(value)}' for key, value in kwargs.items())
    return '({})'.format(', '.join(items))


def _format_callback(func, args, kwargs, suffix=''):
    if type(func).__name__ == 'partial' and hasattr(func, 'keywords'):
        suffix = _format_args_and_kwargs(args, kwargs) + suffix
        return _format_callback(func.func, func.args, func.keywords, suffix)
    if getattr(func, '__qualname__', None):
        shown = func.__qualname__
    elif getattr(func, '__name__', None):
        shown = func.__name__
    else:
        shown = repr(func)
    shown += _format_args_and_kwargs(args, kwargs) if args or kwargs else '()'
    return shown + suffix


def _format_callbacks(callbacks):
    def show(callback):
        return _format_callback_source(callback, ())

    size = len(callbacks)
    if not size:
        text = ''
    elif size == 1:
        text = show(callbacks[0][0])
    elif size == 2:
        text = f'{show(callbacks[0][0])}, {show(callbacks[1][0])}'
    else:
        text = f'{show(callbacks[0][0])}, <{size - 2} more>, {show(callbacks[-1][0])}'
    return f'cb=[{text}]'


_being_shown = set()


def future_repr_info(future):
    info = [future._state.lower()]
    if future._state == 'FINISHED':
        if future._exception is not None:
            info.append(f'exception={future._exception!r}')
        else:
            key = id(future)
            if key in _being_shown:
                result = '...'
            else:
                _being_shown.add(key)
                try:
                    import reprlib
                    result = reprlib.repr(future._result)
                finally:
                    _being_shown.discard(key)
            info.append(f'result={result}')
    if future._callbacks:
        info.append(_format_callbacks(future._callbacks))
    return info + _creation_place(future._source_traceback)


def extract_stack(frame=None, limit=None):
    """The stack of the caller, without the code lines: those are read when it is shown."""
    import traceback
    if frame is None:
        frame = sys._getframe().f_back
    if limit is None:
        limit = constants.DEBUG_STACK_DEPTH
    stack = traceback.StackSummary.extract(traceback.walk_stack(frame), limit=limit, lookup_lines=False)
    stack.reverse()
    return stack


def _creation_place(traceback):
    """Where an object was made, in debug mode, as a part of its repr."""
    if not traceback:
        return []
    return [f'created at {traceback[-1][0]}:{traceback[-1][1]}']


def future_repr(future):
    return f"<{type(future).__name__} {' '.join(future_repr_info(future))}>"


def task_repr_info(task):
    info = future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = 'cancelling'
    info.insert(1, 'name=%r' % task.get_name())
    if task._fut_waiter is not None:
        info.insert(2, f'wait_for={task._fut_waiter!r}')
    if task._coro:
        from . import coroutines
        info.insert(2, f'coro=<{coroutines._format_coroutine(task._coro)}>')
    return info


def task_repr(task):
    return f"<{type(task).__name__} {' '.join(task_repr_info(task))}>"


def handle_repr(handle):
    info = [type(handle).__name__]
    if handle._cancelled:
        info.append('cancelled')
    when = getattr(handle, '_when', None)
    if when is not None:
        info.append(f'when={when}')
    if handle._callback is not None:
        info.append(_format_callback_source(handle._callback, handle._args))
    info += _creation_place(handle._source_traceback)
    return '<{}>'.format(' '.join(info))


def describe_callback(callback, args):
    return _format_callback_source(callback, args)


def task_get_stack(task, limit):
    """The frames in which the coroutine waits, the oldest first, or those through which its exception came."""
    from itertools import islice
    from traceback import walk_stack, walk_tb
    coro = task._coro
    for name in ('cr_frame', 'gi_frame', 'ag_frame'):
        if hasattr(coro, name):
            frame = getattr(coro, name)
            break
    else:
        frame = None
    if limit is not None:
        limit = max(limit, 0)
    if frame is not None:
        # Of these the limit leaves the newest.
        return [caller for caller, _ in islice(walk_stack(frame), limit)][::-1]
    if task._exception is None:
        return []
    return [entered for entered, _ in islice(walk_tb(task._exception.__traceback__), limit)]


def task_print_stack(task, limit, file):
    import linecache
    import traceback
    # Without a file what is printed goes to standard output, and what `traceback` prints to standard error.
    extracted = []
    for frame in task.get_stack(limit=limit):
        code = frame.f_code
        line = linecache.getline(code.co_filename, frame.f_lineno, frame.f_globals)
        extracted.append((code.co_filename, frame.f_lineno, code.co_name, line))
    error = task._exception
    if not extracted:
        print(f'No stack for {task!r}', file=file)
    elif error is not None:
        print(f'Traceback for {task!r} (most recent call last):', file=file)
    else:
        print(f'Stack for {task!r} (most recent call last):', file=file)
    traceback.print_list(extracted, file=file)
    if error is not None:
        for line in traceback.format_exception_only(error.__class__, error):
            print(line, file=file, end='')
