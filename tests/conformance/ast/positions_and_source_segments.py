import ast

source = "x = 'ä' + (y *\n   z)\nif x:\n\tpass\n"
tree = ast.parse(source)
for node in ast.walk(tree):
    if hasattr(node, "lineno"):
        print(type(node).__name__, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, repr(ast.get_source_segment(source, node)))
ast.increment_lineno(tree, 10)
print(tree.body[0].lineno, tree.body[1].end_lineno)
print(ast.get_docstring(ast.parse("'''one\n   two'''")))
