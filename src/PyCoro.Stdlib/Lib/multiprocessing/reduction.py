"""How objects get from process to process: pickled, and descriptors with them while a process is being started."""

import copyreg
import os

from multiprocessing import context

__all__ = ['ForkingPickler', 'DupFd', 'dump', 'register']

_extra_reducers = {}


class ForkingPickler:
    """Pickles with reducers of its own besides those of copyreg."""

    @classmethod
    def register(cls, type, reduce):
        """Pickle objects of the type by what the function makes of them."""
        _extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        """The pickled object."""
        import pickle
        if not _extra_reducers:
            return pickle.dumps(obj, protocol)
        import io
        data = io.BytesIO()
        pickler = pickle.Pickler(data, protocol)
        pickler.dispatch_table = {**copyreg.dispatch_table, **_extra_reducers}
        pickler.dump(obj)
        return data.getvalue()

    @staticmethod
    def loads(data, /, **how):
        """The object of a pickle."""
        import pickle
        return pickle.loads(data, **how)


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    """Write the pickled object to a file."""
    file.write(ForkingPickler.dumps(obj, protocol))


class DupFd:
    """A descriptor on its way to the process that is being started: it has the same number there."""

    def __init__(self, descriptor, owner):
        context.assert_spawning(owner)
        self._descriptor = context.get_spawning_popen().duplicate_for_child(descriptor)

    def detach(self):
        """The descriptor; it is the caller's from now on."""
        return self._descriptor
