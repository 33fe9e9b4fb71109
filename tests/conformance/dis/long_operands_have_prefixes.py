import dis

source = "\n".join(f"x{i} = {i} + x" for i in range(300)) + "\nif x:\n    y = 1\n"
code = compile(source, "long.py", "exec")
instructions = list(dis.get_instructions(code))
at = [i.argval for i in instructions].index("x299")
print(instructions[at - 1].opname, instructions[at - 1].arg, instructions[at].opname, instructions[at].arg)
print(instructions[-2].opname, instructions[-2].argval)
print(len(code.co_code) == 2 * len(list(code.co_positions())))
ranges = list(code.co_lines())
print(ranges[0][0], ranges[-1][1] == len(code.co_code), all(a[1] == b[0] for a, b in zip(ranges, ranges[1:])))
jump = next(i for i in instructions if "JUMP" in i.opname)
print(jump.argrepr == f"to {jump.argval}", [i.is_jump_target for i in instructions if i.offset == jump.argval])
try:
    exec(code, {"x": ""})
except TypeError as error:
    tb = error.__traceback__.tb_next
    print([i.opname for i in instructions if i.offset == tb.tb_lasti], tb.tb_lineno)
try:
    exec(source + "x/0", {"x": 1})
except ZeroDivisionError as error:
    listing = dis.Bytecode.from_traceback(error.__traceback__).dis()
    print([line.split()[2:] for line in listing.splitlines() if "-->" in line])
