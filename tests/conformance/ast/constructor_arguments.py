import ast

def attempt(make):
    try:
        print(make().__dict__)
    except TypeError as e:
        print("TypeError:", e)

attempt(lambda: ast.Name("x", lineno=3))
attempt(lambda: ast.Name(id="x", anything=1))
attempt(lambda: ast.Name(1, 2, 3))
attempt(lambda: ast.Pass(1))
attempt(lambda: ast.Name("x", id="y"))

class Odd(ast.AST):
    _fields = ("a", "b")

attempt(lambda: Odd(1, b=2))
attempt(lambda: Odd(1, 2, 3))
