import ast

SOURCES = [
    "x += 1  # type: int\n",
    "x: int = 1  # type: int\n",
    "# type: int\n",
    "x = [  # type: int\n]\n",
    "while x:  # type: int\n  pass\n",
    "class A:  # type: int\n  pass\n",
    "def f(a, /,  # type: int\n): pass\n",
    "def f(*,  # type: int\n  a): pass\n",
    "def f(): # type: () -> int\n  # type: () -> int\n  pass\n",
    "with (a as b):  # type: int\n  pass\n",
]
for source in SOURCES:
    ast.parse(source)
    try:
        ast.parse(source, type_comments=True)
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset, error.end_offset)
