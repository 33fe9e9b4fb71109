"""Loops that wait for the completion of operations, as Windows has them. Here they exist by name only."""

from . import base_events

__all__ = ('BaseProactorEventLoop',)


class BaseProactorEventLoop(base_events.BaseEventLoop):
    """A loop of completions."""

    def __init__(self, proactor):
        raise NotImplementedError('asyncio.proactor_events is not implemented: there are no completion ports')
