"""Abstract syntax trees: parsing source into nodes, walking, changing and printing them (library reference: ast).

The node classes and the parser are native (module _ast, builtin compile); what works on trees is here.
"""

from _ast import *


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None):
    """
    Parse the source into an AST node.
    Equivalent to compile(source, filename, mode, PyCF_ONLY_AST).
    Pass type_comments=True to get back type comments where the syntax allows.
    """
    if isinstance(feature_version, tuple):
        major, minor = feature_version
        if major != 3:
            raise ValueError(f"Unsupported major version: {major}")
        feature_version = minor
    elif feature_version is None:
        feature_version = -1
    flags = PyCF_ONLY_AST | (PyCF_TYPE_COMMENTS if type_comments else 0)
    return compile(source, filename, mode, flags, _feature_version=feature_version)


def unparse(ast_obj):
    from ast._unparse import _Unparser
    return _Unparser().visit(ast_obj)


def literal_eval(node_or_string):
    """
    Evaluate an expression node or a string containing only a Python
    expression.  The string or node provided may only consist of the following
    Python literal structures: strings, bytes, numbers, tuples, lists, dicts,
    sets, booleans, and None.

    Caution: A complex expression can overflow the C stack and cause a crash.
    """
    node = node_or_string
    if isinstance(node, str):
        node = parse(node.lstrip(" \t"), mode='eval')
    if isinstance(node, Expression):
        node = node.body
    return _literal(node)


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            raise _malformed(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set' \
            and node.args == node.keywords == []:
        return set()
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        # The only sums are complex numbers: a real part and an imaginary one without a sign.
        left = _signed_number(node.left)
        right = _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed_number(node)


def _signed_number(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        operand = _number(node.operand)
        return +operand if isinstance(node.op, UAdd) else -operand
    return _number(node)


def _number(node):
    if isinstance(node, Constant) and type(node.value) in (int, float, complex):
        return node.value
    raise _malformed(node)


def _malformed(node):
    line = getattr(node, 'lineno', None)
    where = f' on line {line}' if line else ''
    return ValueError(f'malformed node or string{where}: {node!r}')


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """
    Return a formatted dump of the tree in node.  This is mainly useful for
    debugging purposes.  If annotate_fields is true (by default),
    the returned string will show the names and the values for fields.
    If annotate_fields is false, the result string will be more compact by
    omitting unambiguous field names.  Attributes such as line
    numbers and column offsets are not dumped by default.  If this is wanted,
    include_attributes can be set to true.  If indent is a non-negative
    integer or string, then the tree will be pretty-printed with that indent
    level. None (the default) selects the single line representation.
    """
    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent

    def separators(level):
        if indent is None:
            return '', ', '
        start = '\n' + indent * level
        return start, ',' + start

    # The text, and whether it is short enough to stand on the line of its owner.
    def show(value, level):
        if isinstance(value, AST):
            return show_node(value, level + 1)
        if isinstance(value, list):
            if not value:
                return '[]', True
            start, between = separators(level + 1)
            return f'[{start}{between.join(show(item, level + 1)[0] for item in value)}]', False
        return repr(value), True

    def show_node(node, level):
        cls = type(node)
        named = annotate_fields
        simple = True
        shown = []
        for name in node._fields:
            # What is missing, or None as it is by default, goes unsaid; what follows then needs its name.
            value = getattr(node, name, ...)
            if value is ... and not hasattr(node, name) or value is None and getattr(cls, name, ...) is None:
                named = True
                continue
            text, is_short = show(value, level)
            simple = simple and is_short
            shown.append(f'{name}={text}' if named else text)
        if include_attributes and node._attributes:
            for name in node._attributes:
                value = getattr(node, name, ...)
                if value is ... and not hasattr(node, name) or value is None and getattr(cls, name, ...) is None:
                    continue
                text, is_short = show(value, level)
                simple = simple and is_short
                shown.append(f'{name}={text}')
        if simple and len(shown) <= 3:
            return f'{cls.__name__}({", ".join(shown)})', not shown
        start, between = separators(level)
        return f'{cls.__name__}({start}{between.join(shown)})', False

    return show_node(node, 1 if indent is not None else 0)[0]


def copy_location(new_node, old_node):
    """
    Copy source location (`lineno`, `col_offset`, `end_lineno`, and `end_col_offset`
    attributes) from *old_node* to *new_node* if possible, and return *new_node*.
    """
    for name in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset'):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            # An end may be unknown, a start may not.
            if value is not None or name.startswith('end_') and hasattr(old_node, name):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """
    When you compile a node tree with compile(), the compiler expects lineno and
    col_offset attributes for every node that supports them.  This is rather
    tedious to fill in for generated nodes, so this helper adds these attributes
    recursively where not already set, by setting them to the values of the
    parent node.  It works recursively starting at *node*.
    """
    starts = {'lineno': 1, 'col_offset': 0}
    ends = {'end_lineno': 1, 'end_col_offset': 0}

    def fix(node, place):
        place = dict(place)
        for name in place:
            if name in node._attributes:
                value = getattr(node, name, None)
                if value is None and (name in ends or not hasattr(node, name)):
                    setattr(node, name, place[name])
                else:
                    place[name] = value
        for child in iter_child_nodes(node):
            fix(child, place)

    fix(node, starts | ends)
    return node


def increment_lineno(node, n=1):
    """
    Increment the line number and end line number of each node in the tree
    starting at *node* by *n*. This is useful to "move code" to a different
    location in a file.
    """
    for child in walk(node):
        # The line of a type_ignore is a field, not an attribute.
        if isinstance(child, TypeIgnore) or 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes:
            end = getattr(child, 'end_lineno', 0)
            if end is not None:
                child.end_lineno = end + n
    return node


def iter_fields(node):
    """
    Yield a tuple of ``(fieldname, value)`` for each field in ``node._fields``
    that is present on *node*.
    """
    for name in node._fields:
        try:
            value = getattr(node, name)
        except AttributeError:
            continue
        yield name, value


def iter_child_nodes(node):
    """
    Yield all direct child nodes of *node*, that is, all fields that are nodes
    and all items of fields that are lists of nodes.
    """
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """
    Recursively yield all descendant nodes in the tree starting at *node*
    (including *node* itself), in no specified order.  This is useful if you
    only want to modify nodes in place and don't care about the context.
    """
    # Level by level: a list that grows while it is read.
    waiting = [node]
    for node in waiting:
        waiting.extend(iter_child_nodes(node))
        yield node


def get_docstring(node, clean=True):
    """
    Return the docstring for the given node or None if no docstring can
    be found.  If the node provided does not have docstrings a TypeError
    will be raised.

    If *clean* is `True`, all tabs are expanded to spaces and any whitespace
    that can be uniformly removed from the second line onwards is removed.
    """
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % node.__class__.__name__)
    match node.body:
        case [Expr(value=Constant(value=str(text))), *_]:
            pass
        case _:
            return None
    if clean:
        from inspect import cleandoc
        text = cleandoc(text)
    return text


def get_source_segment(source, node, *, padded=False):
    """Get source code segment of the *source* that generated *node*.

    If some location information (`lineno`, `end_lineno`, `col_offset`,
    or `end_col_offset`) is missing, return None.

    If *padded* is `True`, the first line of a multi-line statement will
    be padded with spaces to match its original position.
    """
    try:
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except (AttributeError, TypeError):
        return None
    if end is None:
        return None
    # Only line ends of the tokenizer count, and columns are bytes of UTF-8.
    lines = [line.encode() for line in _lines(source)[first:last + 1]]
    padding = ''
    if padded and first != last:
        padding = ''.join(c if c in '\f\t' else ' ' for c in lines[0][:start].decode())
    lines[-1] = lines[-1][:end]
    lines[0] = lines[0][start:]
    return padding + b''.join(lines).decode()


def _lines(source):
    lines = []
    start = i = 0
    while i < len(source):
        c = source[i]
        i += 1
        if c == '\r' and source[i:i + 1] == '\n':
            i += 1
        if c in '\r\n':
            lines.append(source[start:i])
            start = i
    if start < len(source):
        lines.append(source[start:])
    return lines


class NodeVisitor(object):
    """
    A node visitor base class that walks the abstract syntax tree and calls a
    visitor function for every node found.  This function may return a value
    which is forwarded by the `visit` method.

    This class is meant to be subclassed, with the subclass adding visitor
    methods.

    Per default the visitor functions for the nodes are ``'visit_'`` +
    class name of the node.  So a `TryFinally` node visit function would
    be `visit_TryFinally`.  This behavior can be changed by overriding
    the `visit` method.  If no visitor function exists for a node
    (return value `None`) the `generic_visit` visitor is used instead.

    Don't use the `NodeVisitor` if you want to apply changes to nodes during
    traversing.  For this a special visitor exists (`NodeTransformer`) that
    allows modifications.
    """

    def visit(self, node):
        """Visit a node."""
        visitor = getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)
        return visitor(node)

    def generic_visit(self, node):
        """Called if no explicit visitor function exists for a node."""
        for _, value in iter_fields(node):
            if isinstance(value, AST):
                self.visit(value)
            elif isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)

    def visit_Constant(self, node):
        """A constant, or the method for its deprecated class if there is one."""
        from ast._deprecated import visit_constant
        return visit_constant(self, node)


class NodeTransformer(NodeVisitor):
    """
    A :class:`NodeVisitor` subclass that walks the abstract syntax tree and
    allows modification of nodes.

    The `NodeTransformer` will walk the AST and use the return value of the
    visitor methods to replace or remove the old node.  If the return value of
    the visitor method is ``None``, the node will be removed from its location,
    otherwise it is replaced with the return value.  The return value may be the
    original node in which case no replacement takes place.

    Keep in mind that if the node you're operating on has child nodes you must
    either transform the child nodes yourself or call the :meth:`generic_visit`
    method for the node first.

    For nodes that were part of a collection of statements (that applies to all
    statement nodes), the visitor may also return a list of nodes rather than
    just a single node.
    """

    def generic_visit(self, node):
        for name, old in iter_fields(node):
            if isinstance(old, list):
                new = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            new.extend(item)
                            continue
                    new.append(item)
                old[:] = new
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
        return node


from ast._deprecated import (
    AugLoad, AugStore, Bytes, Ellipsis, ExtSlice, Index, NameConstant, Num, Param, Str, Suite, slice)


def __getattr__(name):
    # What only unparse() needs is loaded with it.
    if name == '_Unparser':
        from ast._unparse import _Unparser
        return _Unparser
    if name == '_Precedence':
        from ast._precedence import _Precedence
        return _Precedence
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def main():
    from ast.__main__ import main
    main()
