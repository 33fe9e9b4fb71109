import ast

for source in ["await x", "def f():\n await x", "class A:\n await x", "lambda: await x", "def f(): [x async for x in y]", "await x; yield 1"]:
    for flags in 0, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT:
        try:
            print(repr(source), hex(compile(source, "<top>", "exec", flags).co_flags))
        except SyntaxError as error:
            print(repr(source), error.msg)
