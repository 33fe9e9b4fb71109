"""The loop and the policy that scripts get by default."""

from . import base_events
from . import events

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy')


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """The default event loop."""


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """The default policy."""

    _loop_factory = _UnixSelectorEventLoop

    def get_child_watcher(self):
        raise NotImplementedError('child watchers are not implemented')

    def set_child_watcher(self, watcher):
        raise NotImplementedError('child watchers are not implemented')


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
