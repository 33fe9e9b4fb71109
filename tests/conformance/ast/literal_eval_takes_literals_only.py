import ast

for source in ("(1, -2.5, 'x', b'y', None, True, ...)", "{1: [2], 'a': {3, 4}}", "set()", "1 + 2j", "-3 - 4j", "  [1]", "-(1)"):
    print(ast.literal_eval(source))
for source in ("x", "1 + 2", "f()", "[*a]", "2j + 1", "{**a}", "+'x'", "--1"):
    try:
        print(ast.literal_eval(source))
    except ValueError as e:
        print(str(e).split(":")[0])
