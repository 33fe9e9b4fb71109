"""Signals of the system (library reference: signal): the numbers of _signal with their names.

Handlers run in the main thread, between instructions.
"""

import _signal
from _signal import *
from enum import IntEnum



def _named(name, is_one):
    return IntEnum._convert_(name, __name__, is_one)


_named("Signals", lambda name: name.startswith("SIG") and name[3] != "_")
_named("Handlers", lambda name: name in ("SIG_DFL", "SIG_IGN"))
_named("Sigmasks", lambda name: name in ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK"))


def _with_name(value, names):
    """The member with that number; anything that is none as it is."""
    member = names._value2member_map_.get(value) if isinstance(value, int) else None
    return value if member is None else member


def signal(signalnum, handler):
    """Set the action for the given signal, and return the previous one.

    The action can be SIG_DFL, SIG_IGN, or a callable Python object that takes the number of the signal and the interrupted
    frame. Only the main thread may set one."""
    return _with_name(_signal.signal(signalnum, handler), Handlers)


def getsignal(signalnum):
    """Return the current action for the given signal: SIG_IGN, SIG_DFL, a function, or None when it was not set by Python."""
    return _with_name(_signal.getsignal(signalnum), Handlers)


def valid_signals():
    """Return a set of valid signal numbers on this platform."""
    return {_with_name(number, Signals) for number in _signal.valid_signals()}


def pthread_sigmask(how, mask):
    """Fetch and/or change the signal mask of the calling thread."""
    return {_with_name(number, Signals) for number in _signal.pthread_sigmask(how, mask)}


def sigpending():
    """Return the set of signals that are blocked and have arrived."""
    return {_with_name(number, Signals) for number in _signal.sigpending()}


def sigwait(sigset):
    """Wait until one of the signals arrives, and return it."""
    return _with_name(_signal.sigwait(sigset), Signals)


del IntEnum, _named
