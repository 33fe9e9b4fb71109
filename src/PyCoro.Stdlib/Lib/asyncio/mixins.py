"""Event loop mixins."""

from . import events


class _LoopBoundMixin:
    """Belongs to the loop in which it is used first."""

    _loop = None

    def _get_loop(self):
        running, mine = events.get_running_loop(), self._loop
        if mine is None:
            self._loop = running
        elif mine is not running:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return running
