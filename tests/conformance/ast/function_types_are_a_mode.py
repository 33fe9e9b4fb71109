import ast

for source in ["() -> int", "(int, *str, **bool) -> List[int]\n", "(*a) -> b  # comment", "(a,) -> b", "(**a, b) -> c", "(*a, *b) -> c",
               "(a)", "(a) -> b, c", ""]:
    try:
        tree = ast.parse(source, mode="func_type")
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset)
    else:
        print(repr(source), ast.dump(tree), ast.unparse(tree))
try:
    compile(ast.parse("() -> int", mode="func_type"), "", "exec")
except TypeError as error:
    print(error)
