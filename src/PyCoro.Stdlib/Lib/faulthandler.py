"""Dump the Python traceback where a program is (library reference: faulthandler).

A fault of the process itself is reported by the .NET runtime, whose handlers cannot be replaced: enable() remembers what it
was told. Dumps after a timeout and by signal are not there and say so.
"""

import sys

__all__ = ['cancel_dump_traceback_later', 'disable', 'dump_traceback', 'dump_traceback_later', 'enable', 'is_enabled',
           'register', 'unregister']

_MAX_FRAMES = 100
_MAX_TEXT = 500

_enabled = False


def _descriptor(file):
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError('sys.stderr is None')
    if isinstance(file, int):
        if file < 0:
            raise ValueError('file is not a valid file descripter')
        return file
    descriptor = file.fileno()
    if not isinstance(descriptor, int) or descriptor < 0:
        raise RuntimeError('file.fileno() is not a valid file descriptor')
    try:
        file.flush()
    except Exception:
        pass  # What matters is the dump.
    return descriptor


def _shown(text):
    return ascii(text)[1:-1][:_MAX_TEXT] + ('...' if len(text) > _MAX_TEXT else '')


def _frames(frame):
    lines = []
    while frame is not None:
        if len(lines) == _MAX_FRAMES:
            lines.append('  ...\n')
            break
        code = frame.f_code
        lines.append(f'  File "{_shown(code.co_filename)}", line {frame.f_lineno} in {_shown(code.co_name)}\n')
        frame = frame.f_back
    return ''.join(lines)


def dump_traceback(file=None, all_threads=True):
    """dump the traceback of the current thread, or of all threads if all_threads is True, into file"""
    import os
    descriptor = _descriptor(file)
    frame = sys._getframe(1)
    if not all_threads:
        os.write(descriptor, ('Stack (most recent call first):\n' + _frames(frame)).encode('ascii'))
        return
    import _thread
    current = _thread.get_ident()
    others = getattr(sys, '_current_frames', dict)()
    text = ''
    for ident, other in others.items():
        if ident != current:
            text += f'Thread 0x{ident:016x} (most recent call first):\n{_frames(other)}\n'
    text += f'Current thread 0x{current:016x} (most recent call first):\n{_frames(frame)}'
    os.write(descriptor, text.encode('ascii'))


def enable(file=None, all_threads=True):
    """enable the fault handler"""
    global _enabled
    _descriptor(file)
    _enabled = True


def disable():
    """disable the fault handler"""
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    """check if the handler is enabled"""
    return _enabled


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """dump the traceback of all threads in timeout seconds"""
    raise NotImplementedError('faulthandler.dump_traceback_later is not implemented')


def cancel_dump_traceback_later():
    """cancel the previous call to dump_traceback_later()."""


def register(signum, file=None, all_threads=True, chain=False):
    """Register a handler for the signal 'signum': dump the traceback of the current thread."""
    raise NotImplementedError('faulthandler.register is not implemented')


def unregister(signum):
    """Unregister the handler of the signal 'signum' registered by register()."""
    return False


def _ended_by(name):
    def end(release_gil=False, /):
        import os
        import signal
        os.kill(os.getpid(), signal.Signals[name])

    end.__name__ = end.__qualname__ = f'_{name.lower()}'
    end.__doc__ = f'Raise a {name} signal.'
    return end


# For tests of programs whose processes die.
_sigsegv, _sigabrt, _sigfpe = map(_ended_by, ('SIGSEGV', 'SIGABRT', 'SIGFPE'))
