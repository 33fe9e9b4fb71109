"""Python part of the warnings subsystem: filters, registries and what a warning looks like on standard error."""

import sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter',
           'resetwarnings', 'catch_warnings']


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Hook to write a warning to a file; replace if you like."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """Function to format a warning the standard way."""
    return _formatwarnmsg_impl(WarningMessage(message, category, filename, lineno, None, line))


def _showwarnmsg_impl(msg):
    stream = sys.stderr if msg.file is None else msg.file
    # A program without a standard error, or with a broken one, goes on without its warnings.
    if stream is not None:
        text = _formatwarnmsg(msg)
        try:
            stream.write(text)
        except OSError:
            return


def _formatwarnmsg_impl(msg):
    category = msg.category.__name__
    text = f'{msg.filename}:{msg.lineno}: {category}: {msg.message}\n'
    line = msg.line
    if line is None:
        import linecache
        line = linecache.getline(msg.filename, msg.lineno)
    if line:
        text += '  %s\n' % line.strip()
    if msg.source is not None:
        text += f'{category}: Enable tracemalloc to get the object allocation traceback\n'
    return text


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _replaced(name, original):
    """The function that a program put in the place of one of this module's; None if it did not, or removed it."""
    function = globals().get(name, original)
    if function is original:
        return None
    if not callable(function):
        raise TypeError(f'warnings.{name}() must be set to a function or method')
    return function


def _showwarnmsg(msg):
    show = _replaced('showwarning', _showwarning_orig)
    if show is None:
        _showwarnmsg_impl(msg)
    else:
        show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


def _formatwarnmsg(msg):
    format = _replaced('formatwarning', _formatwarning_orig)
    if format is None:
        return _formatwarnmsg_impl(msg)
    return format(msg.message, msg.category, msg.filename, msg.lineno, msg.line)


_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Insert an entry into the list of warnings filters (at the front)."""
    assert action in _ACTIONS, f'invalid action: {action!r}'
    assert isinstance(message, str), 'message must be a string'
    assert isinstance(category, type), 'category must be a class'
    assert issubclass(category, Warning), 'category must be a Warning subclass'
    assert isinstance(module, str), 'module must be a string'
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    if message or module:
        import re
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
    _add_filter(action, message, category, module, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Insert a simple entry into the list of warnings filters (at the front)."""
    assert action in _ACTIONS, f'invalid action: {action!r}'
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    _add_filter(action, None, category, None, lineno, append=append)


def _add_filter(*item, append):
    is_new = item not in filters
    if append and is_new:
        filters.append(item)
    elif not append:
        if not is_new:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Clear the list of warning filters, so that no filters are active."""
    filters[:] = []
    _filters_mutated()


_filters_version = 1


def _filters_mutated():
    global _filters_version
    _filters_version += 1


class _OptionError(Exception):
    """Exception used by option processing helpers."""


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as error:
            print('Invalid -W option ignored:', error, file=sys.stderr)


def _setoption(arg):
    parts = arg.split(':')
    if len(parts) > 5:
        raise _OptionError(f'too many fields (max 5): {arg!r}')
    while len(parts) < 5:
        parts.append('')
    action, message, category, module, lineno = [part.strip() for part in parts]
    action = _getaction(action)
    category = _getcategory(category)
    if message or module:
        import re
        message = re.escape(message) if message else ''
        module = re.escape(module) + r'\Z' if module else ''
    filterwarnings(action, message, category, module, _getlineno(lineno))


def _getlineno(text):
    if not text:
        return 0
    try:
        number = int(text)
    except ValueError:
        raise _OptionError(f'invalid lineno {text!r}') from None
    if number < 0:
        raise _OptionError(f'invalid lineno {number!r}')
    return number


def _getaction(action):
    if not action:
        return 'default'
    if action == 'all':
        return 'always'
    for known in _ACTIONS:
        if known.startswith(action):
            return known
    raise _OptionError(f'invalid action: {action!r}')


def _getcategory(category):
    if not category:
        return Warning
    module, _, name = category.rpartition('.')
    try:
        found = getattr(__import__(module or 'builtins', None, None, [name]), name)
    except ImportError:
        raise _OptionError(f'invalid module name: {module!r}') from None
    except AttributeError:
        raise _OptionError(f'unknown warning category: {category!r}') from None
    if not issubclass(found, Warning):
        raise _OptionError(f'invalid warning category: {category!r}')
    return found


def _is_internal_frame(frame):
    filename = frame.f_code.co_filename
    return 'importlib' in filename and '_bootstrap' in filename


def warn(message, category=None, stacklevel=1, source=None):
    """Issue a warning, or maybe ignore it or raise an exception."""
    if isinstance(message, Warning):
        category = type(message)
    category = UserWarning if category is None else category
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    try:
        frame = sys._getframe(stacklevel)
    except ValueError:
        globals_, filename, lineno = sys.__dict__, 'sys', 1
    else:
        globals_, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    module = globals_.get('__name__', '<string>')
    registry = globals_.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno, module, registry, globals_, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issue a warning at a given place."""
    lineno = int(lineno)
    if not (module_globals is None or isinstance(module_globals, dict)):
        raise TypeError(f"module_globals must be a dict, not '{type(module_globals).__name__}'")
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    registry = {} if registry is None else registry
    if registry.get('version', 0) != _filters_version:
        # What was shown under other filters may be shown again.
        registry.clear()
        registry['version'] = _filters_version
    if not isinstance(message, Warning):
        text, message = message, category(message)
    else:
        text, category = str(message), type(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action, item = _find_action(text, category, module, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == 'module':
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == 'default':
        registry[key] = 1
    elif action not in ('always', 'all'):
        raise RuntimeError(f'Unrecognized action ({action!r}) in warnings.filters:\n {item}')
    if module_globals:
        # So that the line can be shown when only a loader has it.
        import linecache
        linecache.getlines(filename, module_globals)
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


def _find_action(text, category, module, lineno):
    for item in filters:
        action, message, wanted, where, line = item
        if ((message is None or message.match(text)) and issubclass(category, wanted)
                and (where is None or (where == module if isinstance(where, str) else where.match(module)))
                and line in (0, lineno)):
            return action, item
    return defaultaction, None


class WarningMessage:
    """What is known of one warning."""

    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.__dict__.update(zip(self._WARNING_DETAILS, (message, category, filename, lineno, file, line, source)))
        self._category_name = category and category.__name__

    def __str__(self):
        return ('{message : %r, category : %r, filename : %r, lineno : %s, line : %r}'
                % (self.message, self._category_name, self.filename, self.lineno, self.line))


class catch_warnings:
    """A context manager that copies and restores the warnings filter upon exiting the context."""

    _CHANGED = 'filters', 'showwarning', '_showwarnmsg_impl'

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append('record=True')
        if self._module is not sys.modules['warnings']:
            args.append('module=%r' % self._module)
        return '%s(%s)' % (type(self).__name__, ', '.join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        module = self._module
        self._saved = {name: getattr(module, name) for name in self._CHANGED}
        module.filters = list(module.filters)
        module._filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        log = None
        if self._record:
            log = []
            module.showwarning, module._showwarnmsg_impl = module._showwarning_orig, log.append
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        for name, value in self._saved.items():
            setattr(self._module, name, value)
        self._module._filters_mutated()


def _deprecated(name, message='{name!r} is deprecated and slated for removal in Python {remove}', *, remove,
                _version=sys.version_info):
    """Warn that a name goes in a version of Python, and fail when that version is there."""
    version = f'{remove[0]}.{remove[1]}'
    if _version[:2] > remove or _version[:2] == remove and _version[3] != 'alpha':
        raise RuntimeError(f'{name!r} was slated for removal after Python {version} alpha')
    warn(message.format(name=name, remove=version), DeprecationWarning, stacklevel=3)


def _warn_unawaited_coroutine(coro):
    """Called by the interpreter when a coroutine is dropped before it was awaited."""
    lines = [f"coroutine '{coro.__qualname__}' was never awaited\n"]
    if coro.cr_origin is not None:
        import linecache
        lines.append('Coroutine created at (most recent call last)\n')
        for filename, lineno, function in reversed(coro.cr_origin):
            lines.append(f'  File "{filename}", line {lineno}, in {function}\n')
            line = linecache.getline(filename, lineno).strip()
            if line:
                lines.append(f'    {line}\n')
    text = ''.join(lines).rstrip('\n')
    warn(text, category=RuntimeWarning, stacklevel=2, source=coro)


# The filters and the issuing of warnings are native where they can be, so that modules which are never imported cost nothing.
try:
    from _warnings import _defaultaction as defaultaction
    from _warnings import _filters_mutated, filters, warn, warn_explicit
    from _warnings import _onceregistry as onceregistry
except ImportError:
    filters = []
    defaultaction = 'default'
    onceregistry = {}
    simplefilter('ignore', ResourceWarning)
    simplefilter('ignore', ImportWarning)
    simplefilter('ignore', PendingDeprecationWarning)
    simplefilter('ignore', DeprecationWarning)
    filterwarnings('default', category=DeprecationWarning, module='__main__')

_processoptions(getattr(sys, 'warnoptions', ()))
