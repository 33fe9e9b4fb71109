def attempt(source):
    try:
        compile(source, "s.py", "exec")
        return "compiles"
    except (SyntaxError, MemoryError, RecursionError) as error:
        return f"{type(error).__name__}: {getattr(error, 'msg', '')}"


def blocks(statement, count):
    return "".join("  " * depth + statement + "\n" for depth in range(count)) + "  " * count + "pass\n"


print(attempt("(" * 199 + ")" * 199), attempt("(" * 200 + ")" * 200), attempt("(" * 201 + ")" * 201))
print(attempt("[" * 201), attempt("{" * 201))
for statement in "if x:", "for x in y:", "while x:", "with x:":
    print(statement, attempt(blocks(statement, 18)), attempt(blocks(statement, 21)), attempt(blocks(statement, 99)), attempt(blocks(statement, 100)))
print(attempt("f'{a:{b:{c}}}'"), attempt("f'{a:{b:{c:{d}}}}'"))
