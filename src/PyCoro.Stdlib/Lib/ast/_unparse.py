"""Trees back to source text: ast.unparse(). Expressions become strings by how tightly their place binds, statements become
lines. The result reads back as an equal tree; where there is a choice it looks as CPython's does."""

import ast


# How tightly an expression binds, loosest first; what binds less than its place demands gets parentheses.
_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _CMP, _BOR, _BXOR, _BAND, _SHIFT, _ARITH, _TERM, _FACTOR, _POWER, _AWAIT, \
    _ATOM = range(1, 19)

_BINARY = {
    'Add': ('+', _ARITH), 'Sub': ('-', _ARITH), 'Mult': ('*', _TERM), 'MatMult': ('@', _TERM), 'Div': ('/', _TERM),
    'Mod': ('%', _TERM), 'LShift': ('<<', _SHIFT), 'RShift': ('>>', _SHIFT), 'BitOr': ('|', _BOR),
    'BitXor': ('^', _BXOR), 'BitAnd': ('&', _BAND), 'FloorDiv': ('//', _TERM), 'Pow': ('**', _POWER),
}
_UNARY = {'Invert': ('~', _FACTOR), 'Not': ('not ', _NOT), 'UAdd': ('+', _FACTOR), 'USub': ('-', _FACTOR)}
_BOOLEAN = {'And': ('and', _AND), 'Or': ('or', _OR)}
_COMPARISON = {
    'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not', 'In': 'in',
    'NotIn': 'not in',
}

# A float that is read as infinity.
_INFINITY = '1e309'

_SINGLE_QUOTES = ("'", '"')
_MULTI_QUOTES = ('"""', "'''")
_ALL_QUOTES = (*_SINGLE_QUOTES, *_MULTI_QUOTES)


def _name(node):
    return node.__class__.__name__


class _Unparser(ast.NodeVisitor):
    """Methods for expressions take the node and the precedence of its place and return text; methods for statements write
    lines."""

    def __init__(self, *, _avoid_backslashes=False):
        self._avoid_backslashes = _avoid_backslashes
        self._lines = []
        self._depth = 0
        self._type_ignores = {}

    def visit(self, node):
        """The source of a tree as text."""
        self._lines = []
        if isinstance(node, list):
            self._statements(node)
        else:
            method = getattr(self, 'visit_' + _name(node), None)
            if method is None:
                self.generic_visit(node)
            elif isinstance(node, (ast.stmt, ast.mod, ast.ExceptHandler, ast.match_case)):
                method(node)
            else:
                self._line(method(node, _TEST))
        # Blank lines lead in definitions; nothing stands before the first.
        while self._lines and not self._lines[0]:
            del self._lines[0]
        text = '\n'.join(self._lines)
        self._lines = []
        return text

    def generic_visit(self, node):
        for child in ast.iter_child_nodes(node):
            method = getattr(self, 'visit_' + _name(child), None)
            if method is None:
                self.generic_visit(child)
            elif isinstance(child, ast.stmt):
                method(child)
            else:
                self._line(method(child, _TEST))

    # --- lines

    def _line(self, text):
        self._lines.append('    ' * self._depth + text)

    def _block(self, head, body, type_comment=None):
        self._line(f'{head}:{type_comment or ""}')
        self._body(body)

    def _body(self, body):
        self._depth += 1
        self._statements(body)
        self._depth -= 1

    def _statements(self, statements):
        for statement in statements:
            getattr(self, 'visit_' + _name(statement), self.generic_visit)(statement)

    def _type_comment(self, node):
        comment = self._type_ignores.get(node.lineno) if self._type_ignores else None
        comment = comment or getattr(node, 'type_comment', None)
        return f' # type: {comment}' if comment is not None else ''

    def _docstring_and_body(self, node):
        body = node.body
        text = self._docstring_of(node)
        if text is not None:
            quoted = self._docstring(text.value)
            if text.kind == 'u':
                quoted = 'u' + quoted
            self._line(quoted)
            body = body[1:]
        self._statements(body)

    def _docstring_of(self, node):
        if not isinstance(node, (ast.AsyncFunctionDef, ast.FunctionDef, ast.ClassDef, ast.Module)) or not node.body:
            return None
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            return first.value
        return None

    # --- modules

    def visit_Module(self, node):
        self._type_ignores = {ignore.lineno: f'ignore{ignore.tag}' for ignore in node.type_ignores}
        self._docstring_and_body(node)
        self._type_ignores = {}

    def visit_Interactive(self, node):
        self._statements(node.body)

    def visit_Expression(self, node):
        self._line(self._expr(node.body))

    def visit_FunctionType(self, node):
        self._line(f'({self._list(node.argtypes)}) -> {self._expr(node.returns)}')

    # --- statements

    def visit_Expr(self, node):
        self._line(self._expr(node.value, _YIELD))

    def visit_FunctionDef(self, node):
        self._function(node, 'def')

    def visit_AsyncFunctionDef(self, node):
        self._function(node, 'async def')

    def _function(self, node, keyword):
        self._lines.append('')
        for decorator in node.decorator_list:
            self._line('@' + self._expr(decorator))
        returns = f' -> {self._expr(node.returns)}' if node.returns else ''
        self._line(f'{keyword} {node.name}({self._arguments(node.args)}){returns}:{self._type_comment(node)}')
        self._depth += 1
        self._docstring_and_body(node)
        self._depth -= 1

    def visit_ClassDef(self, node):
        self._lines.append('')
        for decorator in node.decorator_list:
            self._line('@' + self._expr(decorator))
        bases = [self._expr(base) for base in node.bases] + [self._keyword(keyword) for keyword in node.keywords]
        self._line(f'class {node.name}({", ".join(bases)}):' if bases else f'class {node.name}:')
        self._depth += 1
        self._docstring_and_body(node)
        self._depth -= 1

    def visit_Return(self, node):
        self._line(f'return {self._expr(node.value)}' if node.value else 'return')

    def visit_Delete(self, node):
        self._line(f'del {self._list(node.targets)}')

    def visit_Assign(self, node):
        targets = ''.join(f'{self._expr(target, _TUPLE)} = ' for target in node.targets)
        self._line(targets + self._expr(node.value) + self._type_comment(node))

    def visit_AugAssign(self, node):
        self._line(f'{self._expr(node.target)} {_BINARY[_name(node.op)][0]}= {self._expr(node.value)}')

    def visit_AnnAssign(self, node):
        target = self._expr(node.target)
        if not node.simple and isinstance(node.target, ast.Name):
            target = f'({target})'
        value = f' = {self._expr(node.value)}' if node.value else ''
        self._line(f'{target}: {self._expr(node.annotation)}{value}')

    def visit_For(self, node):
        self._for(node, 'for')

    def visit_AsyncFor(self, node):
        self._for(node, 'async for')

    def _for(self, node, keyword):
        head = f'{keyword} {self._expr(node.target, _TUPLE)} in {self._expr(node.iter)}'
        self._block(head, node.body, self._type_comment(node))
        self._else(node.orelse)

    def _else(self, orelse):
        if orelse:
            self._block('else', orelse)

    def visit_While(self, node):
        self._block(f'while {self._expr(node.test)}', node.body)
        self._else(node.orelse)

    def visit_If(self, node):
        self._block(f'if {self._expr(node.test)}', node.body)
        while len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            node = node.orelse[0]
            self._block(f'elif {self._expr(node.test)}', node.body)
        self._else(node.orelse)

    def visit_With(self, node):
        self._with(node, 'with')

    def visit_AsyncWith(self, node):
        self._with(node, 'async with')

    def _with(self, node, keyword):
        items = ', '.join(self.visit_withitem(item) for item in node.items)
        self._block(f'{keyword} {items}', node.body, self._type_comment(node))

    def visit_withitem(self, node, precedence=_TEST):
        target = f' as {self._expr(node.optional_vars)}' if node.optional_vars else ''
        return self._expr(node.context_expr) + target

    def visit_Match(self, node):
        self._line(f'match {self._expr(node.subject)}:')
        self._depth += 1
        for case in node.cases:
            self.visit_match_case(case)
        self._depth -= 1

    def visit_match_case(self, node):
        guard = f' if {self._expr(node.guard)}' if node.guard else ''
        self._block(f'case {self._expr(node.pattern)}{guard}', node.body)

    def visit_Raise(self, node):
        if not node.exc:
            if node.cause:
                raise ValueError("Node can't be used without a value attribute.")
            self._line('raise')
        elif node.cause:
            self._line(f'raise {self._expr(node.exc)} from {self._expr(node.cause)}')
        else:
            self._line(f'raise {self._expr(node.exc)}')

    def visit_Try(self, node):
        self._try(node, 'except')

    def visit_TryStar(self, node):
        self._try(node, 'except*')

    def _try(self, node, keyword):
        self._block('try', node.body)
        for handler in node.handlers:
            self.visit_ExceptHandler(handler, keyword)
        self._else(node.orelse)
        if node.finalbody:
            self._block('finally', node.finalbody)

    def visit_ExceptHandler(self, node, keyword='except'):
        kind = f' {self._expr(node.type)}' if node.type else ''
        name = f' as {node.name}' if node.name else ''
        self._block(keyword + kind + name, node.body)

    def visit_Assert(self, node):
        message = f', {self._expr(node.msg)}' if node.msg else ''
        self._line(f'assert {self._expr(node.test)}{message}')

    def visit_Import(self, node):
        self._line(f'import {", ".join(self.visit_alias(name) for name in node.names)}')

    def visit_ImportFrom(self, node):
        names = ', '.join(self.visit_alias(name) for name in node.names)
        self._line(f'from {"." * (node.level or 0)}{node.module or ""} import {names}')

    def visit_alias(self, node, precedence=_TEST):
        return f'{node.name} as {node.asname}' if node.asname else node.name

    def visit_Global(self, node):
        self._line(f'global {", ".join(node.names)}')

    def visit_Nonlocal(self, node):
        self._line(f'nonlocal {", ".join(node.names)}')

    def visit_Pass(self, node):
        self._line('pass')

    def visit_Break(self, node):
        self._line('break')

    def visit_Continue(self, node):
        self._line('continue')

    # --- expressions

    def _expr(self, node, precedence=_TEST):
        return getattr(self, 'visit_' + _name(node))(node, precedence)

    def _list(self, nodes, precedence=_TEST):
        return ', '.join([self._expr(node, precedence) for node in nodes])

    def visit_BoolOp(self, node, precedence):
        word, own = _BOOLEAN[_name(node.op)]
        parts = []
        # Each operand binds one step tighter than the one before, so that nested operators of the same kind show.
        operand = own
        for value in node.values:
            operand = min(operand + 1, _ATOM)
            parts.append(self._expr(value, operand))
        return _parenthesized(f' {word} '.join(parts), precedence > own)

    def visit_NamedExpr(self, node, precedence):
        text = f'{self._expr(node.target, _ATOM)} := {self._expr(node.value, _ATOM)}'
        return _parenthesized(text, precedence > _NAMED)

    def visit_BinOp(self, node, precedence):
        sign, own = _BINARY[_name(node.op)]
        left, right = (own + 1, own) if sign == '**' else (own, own + 1)
        return _parenthesized(f'{self._expr(node.left, left)} {sign} {self._expr(node.right, right)}', precedence > own)

    def visit_UnaryOp(self, node, precedence):
        sign, own = _UNARY[_name(node.op)]
        return _parenthesized(sign + self._expr(node.operand, own), precedence > own)

    def visit_Lambda(self, node, precedence):
        arguments = self._arguments(node.args)
        head = f'lambda {arguments}' if arguments else 'lambda'
        return _parenthesized(f'{head}: {self._expr(node.body)}', precedence > _TEST)

    def visit_IfExp(self, node, precedence):
        body, test = self._expr(node.body, _TEST + 1), self._expr(node.test, _TEST + 1)
        return _parenthesized(f'{body} if {test} else {self._expr(node.orelse)}', precedence > _TEST)

    def visit_Dict(self, node, precedence):
        items = []
        for key, value in zip(node.keys, node.values):
            if key is None:
                items.append('**' + self._expr(value, _BOR))
            else:
                items.append(f'{self._expr(key)}: {self._expr(value)}')
        return '{' + ', '.join(items) + '}'

    def visit_Set(self, node, precedence):
        # There is no display of the empty set but this.
        return '{' + (self._list(node.elts) or '*()') + '}'

    def visit_ListComp(self, node, precedence):
        return f'[{self._expr(node.elt)}{self._generators(node)}]'

    def visit_SetComp(self, node, precedence):
        return '{' + self._expr(node.elt) + self._generators(node) + '}'

    def visit_GeneratorExp(self, node, precedence):
        return f'({self._expr(node.elt)}{self._generators(node)})'

    def visit_DictComp(self, node, precedence):
        return '{' + f'{self._expr(node.key)}: {self._expr(node.value)}{self._generators(node)}' + '}'

    def _generators(self, node):
        return ''.join([self.visit_comprehension(generator) for generator in node.generators])

    def visit_comprehension(self, node, precedence=_TEST):
        keyword = ' async for ' if node.is_async else ' for '
        conditions = ''.join([f' if {self._expr(condition, _TEST + 1)}' for condition in node.ifs])
        return f'{keyword}{self._expr(node.target, _TUPLE)} in {self._expr(node.iter, _TEST + 1)}{conditions}'

    def visit_Await(self, node, precedence):
        return _parenthesized(f'await {self._expr(node.value, _ATOM)}' if node.value else 'await', precedence > _AWAIT)

    def visit_Yield(self, node, precedence):
        return _parenthesized(f'yield {self._expr(node.value, _ATOM)}' if node.value else 'yield', precedence > _YIELD)

    def visit_YieldFrom(self, node, precedence):
        if not node.value:
            raise ValueError("Node can't be used without a value attribute.")
        return _parenthesized(f'yield from {self._expr(node.value, _ATOM)}', precedence > _YIELD)

    def visit_Compare(self, node, precedence):
        parts = [self._expr(node.left, _CMP + 1)]
        for op, right in zip(node.ops, node.comparators):
            parts.append(f'{_COMPARISON[_name(op)]} {self._expr(right, _CMP + 1)}')
        return _parenthesized(' '.join(parts), precedence > _CMP)

    def visit_Call(self, node, precedence):
        args = [self._expr(arg) for arg in node.args] + [self._keyword(keyword) for keyword in node.keywords]
        return f'{self._expr(node.func, _ATOM)}({", ".join(args)})'

    def _keyword(self, node):
        value = self._expr(node.value)
        return f'**{value}' if node.arg is None else f'{node.arg}={value}'

    def visit_keyword(self, node, precedence=_TEST):
        return self._keyword(node)

    def visit_Attribute(self, node, precedence):
        value = self._expr(node.value, _ATOM)
        # 3 .real, not 3.real
        blank = ' ' if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int) else ''
        return f'{value}{blank}.{node.attr}'

    def visit_Subscript(self, node, precedence):
        if isinstance(node.slice, ast.Tuple) and node.slice.elts and not any(_needs_parentheses(item) for item in node.slice.elts):
            index = self._items(node.slice.elts)
        else:
            index = self._expr(node.slice)
        return f'{self._expr(node.value, _ATOM)}[{index}]'

    def visit_Starred(self, node, precedence):
        return '*' + self._expr(node.value, _BOR)

    def visit_Name(self, node, precedence):
        return node.id

    def visit_List(self, node, precedence):
        return f'[{self._list(node.elts)}]'

    def visit_Tuple(self, node, precedence):
        return _parenthesized(self._items(node.elts), precedence > _TUPLE or not node.elts)

    def _items(self, elts):
        return self._expr(elts[0]) + ',' if len(elts) == 1 else self._list(elts)

    def visit_Slice(self, node, precedence):
        lower = self._expr(node.lower) if node.lower else ''
        upper = self._expr(node.upper) if node.upper else ''
        step = f':{self._expr(node.step)}' if node.step else ''
        return f'{lower}:{upper}{step}'

    # --- parameters

    def visit_arguments(self, node, precedence=_TEST):
        return self._arguments(node)

    def visit_arg(self, node, precedence=_TEST):
        return f'{node.arg}: {self._expr(node.annotation)}' if node.annotation else node.arg

    def _arguments(self, node):
        parts = []
        positional = node.posonlyargs + node.args
        first_default = len(positional) - len(node.defaults)
        for index, arg in enumerate(positional):
            text = self.visit_arg(arg)
            if index >= first_default:
                text += '=' + self._expr(node.defaults[index - first_default])
            parts.append(text)
            if index + 1 == len(node.posonlyargs):
                parts.append('/')
        if node.vararg:
            parts.append('*' + self.visit_arg(node.vararg))
        elif node.kwonlyargs:
            parts.append('*')
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            text = self.visit_arg(arg)
            parts.append(f'{text}={self._expr(default)}' if default else text)
        if node.kwarg:
            parts.append('**' + self.visit_arg(node.kwarg))
        return ', '.join(parts)

    # --- patterns

    def visit_MatchValue(self, node, precedence):
        return self._expr(node.value)

    def visit_MatchSingleton(self, node, precedence):
        return self._constant(node.value)

    def visit_MatchSequence(self, node, precedence):
        return f'[{self._list(node.patterns)}]'

    def visit_MatchStar(self, node, precedence):
        return f'*{node.name or "_"}'

    def visit_MatchMapping(self, node, precedence):
        items = [f'{self._expr(key)}: {self._expr(pattern)}' for key, pattern in zip(node.keys, node.patterns, strict=True)]
        if node.rest is not None:
            items.append(f'**{node.rest}')
        return '{' + ', '.join(items) + '}'

    def visit_MatchClass(self, node, precedence):
        parts = [self._expr(pattern) for pattern in node.patterns]
        for name, pattern in zip(node.kwd_attrs, node.kwd_patterns, strict=True):
            parts.append(f'{name}={self._expr(pattern)}')
        return f'{self._expr(node.cls, _ATOM)}({", ".join(parts)})'

    def visit_MatchAs(self, node, precedence):
        if node.name is None:
            return '_'
        if node.pattern is None:
            return node.name
        return _parenthesized(f'{self._expr(node.pattern, _BOR)} as {node.name}', precedence > _TEST)

    def visit_MatchOr(self, node, precedence):
        return _parenthesized(' | '.join([self._expr(pattern, _BOR + 1) for pattern in node.patterns]), precedence > _BOR)

    # --- constants and strings

    def visit_Constant(self, node, precedence):
        value = node.value
        if isinstance(value, tuple):
            items = ', '.join([self._constant(item) for item in value])
            return f'({items},)' if len(value) == 1 else f'({items})'
        if value is ...:
            return '...'
        if node.kind == 'u':
            return 'u' + self._constant(value)
        return self._constant(value)

    def _constant(self, value):
        if isinstance(value, (float, complex)):
            # Infinity and NaN have no literals.
            return repr(value).replace('inf', _INFINITY).replace('nan', f'({_INFINITY}-{_INFINITY})')
        if self._avoid_backslashes and isinstance(value, str):
            text, quote = self._literal(value, _ALL_QUOTES, False)
            return quote + text + quote
        return repr(value)

    def _docstring(self, value):
        text, quote = self._literal(value, _MULTI_QUOTES, False)
        return quote + text + quote

    def _literal(self, value, quotes, escape_whitespace):
        """Text to stand between quotes, and the first of the kinds of quotes that fit."""
        text, fitting = self._fit(value, quotes, escape_whitespace)
        return text, fitting[0]

    def _fit(self, value, quotes, escape_whitespace):
        def escape(c):
            # Line ends and tabs may stand as they are.
            if not escape_whitespace and c in '\n\t':
                return c
            if c == '\\' or not c.isprintable():
                return c.encode('unicode_escape').decode('ascii')
            return c

        text = ''.join(map(escape, value))
        fitting = quotes
        if '\n' in text:
            fitting = [quote for quote in fitting if quote in _MULTI_QUOTES]
        fitting = [quote for quote in fitting if quote not in text]
        if not fitting:
            # None fits: repr() knows what to escape.
            shown = repr(value)
            quote = next((quote for quote in quotes if shown[0] in quote), shown[0])
            return shown[1:-1], [quote]
        if text:
            # A quote at the end must not run into the closing ones.
            fitting.sort(key=lambda quote: quote[0] == text[-1])
            if fitting[0][0] == text[-1]:
                assert len(fitting[0]) == 3
                text = text[:-1] + '\\' + text[-1]
        return text, fitting

    def visit_JoinedStr(self, node, precedence):
        parts = []
        for value in node.values:
            self._f_string_part(value, parts)
        if self._avoid_backslashes:
            text, quote = self._literal(''.join([part for part, _ in parts]), _ALL_QUOTES, False)
            return f'f{quote}{text}{quote}'
        # Each part narrows down which quotes fit all.
        quotes = _ALL_QUOTES
        texts = []
        for part, is_constant in parts:
            text, fitting = self._fit(part, quotes, is_constant)
            if not set(fitting) <= set(quotes):
                return self._f_string_escaped(parts)
            quotes = fitting
            texts.append(text)
        return f'f{quotes[0]}{"".join(texts)}{quotes[0]}'

    def _f_string_escaped(self, parts):
        # The double quote in front makes repr() choose single ones outside and escape those inside.
        return "f'''" + ''.join([repr('"' + part)[2:-1] if is_constant else part for part, is_constant in parts]) + "'''"

    def visit_FormattedValue(self, node, precedence):
        parts = []
        self._f_string_part(node, parts)
        text, quote = self._literal(''.join([part for part, _ in parts]), _ALL_QUOTES, False)
        return f'f{quote}{text}{quote}'

    def _f_string_part(self, node, parts):
        if isinstance(node, ast.JoinedStr):
            for value in node.values:
                self._f_string_part(value, parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            parts.append((node.value.replace('{', '{{').replace('}', '}}'), True))
        elif isinstance(node, ast.FormattedValue):
            inner = type(self)(_avoid_backslashes=True)
            text = inner._expr(node.value, _TEST + 1)
            if '\\' in text:
                raise ValueError('Unable to avoid backslash in f-string expression part')
            if text.startswith('{'):
                # Two braces would be a brace.
                text = ' ' + text
            if node.conversion != -1:
                text += '!' + chr(node.conversion)
            if node.format_spec:
                spec = []
                self._f_string_part(node.format_spec, spec)
                text += ':' + ''.join([part for part, _ in spec])
            parts.append(('{' + text + '}', False))
        else:
            raise ValueError(f'Unexpected node inside JoinedStr, {node!r}')


def _parenthesized(text, condition):
    return f'({text})' if condition else text


def _needs_parentheses(item):
    return isinstance(item, ast.NamedExpr)
