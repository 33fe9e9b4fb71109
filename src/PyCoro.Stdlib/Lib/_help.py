"""What help() prints where no pydoc is installed, in its plain layout: functions, classes and modules."""

import builtins
import inspect
import sys

_ASK = object()
_RULE = '-' * 70
_HIDDEN = {'__builtins__', '__cached__', '__doc__', '__file__', '__loader__', '__module__', '__name__', '__package__', '__path__',
           '__qualname__', '__slots__', '__spec__'}
_NOTHING = """No Python documentation found for {!r}.
Use help() to get the interactive help utility.
Use help(str) for help on the str class.
"""
# The groups of a class's attributes in their order, and which kinds of inspect.classify_class_attrs() belong to each.
_GROUPS = (('Methods', 'method'), ('Class methods', 'class method'), ('Static methods', 'static method'),
           ('Readonly properties', 'readonly property'), ('Data descriptors', 'data descriptor'),
           ('Data and other attributes', 'data'))


def show(thing=_ASK):
    """Print the documentation of an object, or of what a name means."""
    if thing is _ASK:
        print('The interactive help is part of pydoc, a module of an installed library: start with --stdlib auto.')
        return
    if isinstance(thing, str):
        found = _locate(thing)
        if found is None:
            print(_NOTHING.format(thing))
            return
        thing = found
    print(document(thing))


def document(thing):
    """The documentation of an object as text, its title included."""
    if inspect.ismodule(thing):
        return f'Help on {_kind(thing)}:\n\n{_module(thing)}'
    place = getattr(thing, '__module__', None)
    where = f' in module {place}' if isinstance(place, str) else ''
    if inspect.isclass(thing):
        return f'Help on class {thing.__name__}{where}:\n\n{_class(thing)}'
    if inspect.isroutine(thing):
        return f'Help on {_kind(thing)} {thing.__name__}{where}:\n\n{_routine(thing, owner=True)}'
    cls = type(thing)
    return f'Help on {cls.__name__} in module {cls.__module__} object:\n\n{_class(cls)}'


def _locate(name):
    """What a dotted name means, in builtins or as a module; None when nothing does."""
    first, *rest = name.split('.')
    thing = getattr(builtins, first, None)
    if thing is None:
        try:
            thing = __import__(first)
        except ImportError:
            return None
    for part in rest:
        try:
            thing = getattr(thing, part, None) or sys.modules.get(f'{thing.__name__}.{part}') or __import__(name, fromlist=['*'])
        except ImportError:
            return None
    return thing


def _kind(thing):
    if inspect.ismodule(thing):
        return ('package ' if hasattr(thing, '__path__') else 'module ') + thing.__name__
    if inspect.isbuiltin(thing):
        return 'built-in function'
    if inspect.ismethod(thing):
        return 'method'
    if inspect.isfunction(thing):
        return 'function'
    return type(thing).__name__.replace('_', ' ')


def _indent(text, prefix='    '):
    return '\n'.join((prefix + line) if line or prefix.strip() else prefix for line in text.split('\n'))


def _doc(thing):
    return (inspect.getdoc(thing) or inspect.getcomments(thing) or '').rstrip()


def _signature(thing):
    try:
        return str(inspect.signature(thing))
    except (TypeError, ValueError):
        return '(...)'


def _routine(thing, owner=False, note='', name=None):
    own = thing.__name__
    title = own if name in (None, own) else f'{name} = {own}'
    bound_to = getattr(thing, '__self__', None)
    if owner and bound_to is not None and not inspect.ismodule(bound_to):
        cls = type(bound_to)
        note = f' method of {cls.__module__}.{cls.__qualname__} instance'
    text = f'{title}{_signature(thing)}{note}\n'
    # Another name needs no second description.
    doc = '' if title != own else _doc(thing)
    return text + _indent(doc) + '\n' if doc else text


def _named(cls, module):
    return cls.__name__ if cls.__module__ == module else f'{cls.__module__}.{cls.__name__}'


def _is_visible(name):
    if name in _HIDDEN:
        return False
    return not name.startswith('_') or name.startswith('__') and name.endswith('__')


def _class(cls):
    module = cls.__module__
    bases = ', '.join(_named(base, module) for base in cls.__bases__)
    parts = []
    try:
        head = f'{cls.__name__}{inspect.signature(cls)}'
    except (TypeError, ValueError):
        head = ''
    parts += [f'{head}\n'] if head else []
    # A class has no documentation of its base's.
    doc = inspect.cleandoc(vars(cls).get('__doc__') or '')
    parts += [f'{doc}\n'] if doc else []
    order = inspect.getmro(cls)
    if len(order) > 2:
        parts.append('Method resolution order:\n' + ''.join(f'    {_named(each, module)}\n' for each in order))
    groups = list(_class_groups(cls, order))
    parts += groups[:1] + [f'{_RULE}\n{group}' for group in groups[1:]]
    body = '\n'.join(parts).rstrip('\n')
    title = f'class {cls.__name__}({bases})' if bases else f'class {cls.__name__}'
    return f'{title}\n{_indent(body, " |  ")}\n'


def _class_groups(cls, order):
    attributes = [each for each in inspect.classify_class_attrs(cls) if _is_visible(each.name)]
    for owner in order:
        if owner is object and cls is not object:
            continue
        own = [each for each in attributes if each.defining_class is owner]
        where = 'defined here' if owner is cls else f'inherited from {_named(owner, cls.__module__)}'
        for title, kind in _GROUPS:
            members = sorted((each for each in own if _kind_of(each) == kind), key=lambda each: each.name)
            if members:
                yield f'{title} {where}:\n\n' + '\n'.join(_member(each, cls) for each in members)


def _kind_of(attribute):
    thing = attribute.object
    if attribute.kind in ('method', 'class method', 'static method'):
        return attribute.kind
    if attribute.kind == 'property':
        return 'readonly property' if thing.fset is None and thing.fdel is None else 'data descriptor'
    return 'data descriptor' if inspect.isdatadescriptor(thing) else 'data'


def _member(attribute, cls):
    name, kind = attribute.name, _kind_of(attribute)
    value = getattr(cls, name, attribute.object)
    if kind in ('method', 'class method', 'static method') and hasattr(value, '__name__'):
        note = f' from {type(cls).__module__}.{type(cls).__qualname__}' if kind == 'class method' else ''
        return _routine(value, note=note, name=name)
    if kind == 'data':
        return f'{name} = {_short(value)}\n'
    doc = _doc(attribute.object)
    return f'{name}\n' + (_indent(doc) + '\n' if doc else '')


def _short(value):
    text = repr(value)
    return text if len(text) <= 70 else text[:67] + '...'


def _module(module):
    synopsis, _, rest = (inspect.getdoc(module) or '').partition('\n')
    sections = [('NAME', module.__name__ + (f' - {synopsis}' if synopsis else ''))]
    if rest.strip():
        sections.append(('DESCRIPTION', rest.strip('\n')))
    names = getattr(module, '__all__', None)
    chosen = [name for name in dir(module) if (name in names if names is not None else _is_visible(name))]
    things = [(name, getattr(module, name)) for name in chosen]
    classes = [value for _, value in things if inspect.isclass(value) and (names is not None or value.__module__ == module.__name__)]
    routines = [value for _, value in things if inspect.isroutine(value) and (names is not None or inspect.isbuiltin(value) or inspect.getmodule(value) is module)]
    data = [f'{name} = {_short(value)}' for name, value in things
            if not (inspect.isclass(value) or inspect.isroutine(value) or inspect.ismodule(value)) and not name.startswith('__')]
    for title, texts in (('CLASSES', map(_class, classes)), ('FUNCTIONS', map(_routine, routines)), ('DATA', data)):
        text = '\n'.join(texts).rstrip('\n')
        if text:
            sections.append((title, text))
    sections.append(('FILE', getattr(module, '__file__', None) or '(built-in)'))
    return '\n'.join(f'{title}\n{_indent(text)}\n' for title, text in sections)
