"""The base class of loaders, apart because importlib.util needs no more."""

import abc


class Loader(metaclass=abc.ABCMeta):
    """Loaders."""

    def create_module(self, spec):
        """A module to initialise and return, or None for the usual one."""

    def load_module(self, fullname):
        """The loaded module, which is in sys.modules. Deprecated in favor of exec_module()."""
        if not hasattr(self, 'exec_module'):
            raise ImportError
        from importlib._loaders import _load_module_shim
        return _load_module_shim(self, fullname)

    def module_repr(self, module):
        """What repr() shows of a module. Deprecated."""
        import warnings
        warnings.warn('importlib.abc.Loader.module_repr() is deprecated and slated for removal in Python 3.12', DeprecationWarning)
        raise NotImplementedError
