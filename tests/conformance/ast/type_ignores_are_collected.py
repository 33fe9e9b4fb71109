import ast

SOURCE = """\
# type: ignore
x = (1  # type: ignore[first]
     + 2)  #type:ignore second
y = 1  # type: ignore1
z = 1  # type: ignore_1
"""
tree = ast.parse(SOURCE, type_comments=True)
print([(ignored.lineno, ignored.tag) for ignored in tree.type_ignores])
print([statement.type_comment for statement in tree.body])
print(ast.parse(SOURCE).type_ignores)
