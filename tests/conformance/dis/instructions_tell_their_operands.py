import dis


def f(a, b=2, *, c):
    d = a.name + "text"
    print(d < 1)
    return f"{c!r:>10}"


found = {(i.opname, i.arg is not None, i.argval, i.argrepr) for i in dis.get_instructions(f)}
for wanted in (
    ("LOAD_ATTR", True, "name", "name"), ("LOAD_CONST", True, "text", "'text'"), ("STORE_FAST", True, "d", "d"),
    ("COMPARE_OP", True, "<", "<"), ("RETURN_VALUE", False, None, ""), ("FORMAT_VALUE", True, (repr, True), "repr, with format"),
):
    print(wanted[0], wanted in found)
first = next(i for i in dis.get_instructions(f) if i.opname == "LOAD_ATTR")
print(first.positions, first.starts_line, first.is_jump_target, first.offset % 2)
print(first._fields)
print(type(first).__name__, isinstance(first, tuple), first.opcode == dis.opmap["LOAD_ATTR"])
returns = [i.starts_line for i in dis.get_instructions(f, first_line=100)]
print(sorted(line for line in returns if line is not None))
