import dis
import re


def f(a):
    try:
        return a()
    except ValueError:
        pass


listing = dis.Bytecode(f).dis()
lines = listing.splitlines()
print([int(line.split()[0]) for line in lines if re.match(r" *\d+ +(>> +)?\d+ [A-Z]", line)])
print(lines.count("") , "ExceptionTable:" in lines, lines[-1].endswith("lasti"))
print(listing.endswith("\n"), any(line[:20].strip().startswith(">>") for line in lines))
bytecode = bytes([dis.opmap["LOAD_CONST"], 1, dis.opmap["RETURN_VALUE"], 0])
dis.dis(bytecode)
print(dis.findlabels(bytecode), list(dis.findlinestarts(f.__code__))[-1][1])
first = f.__code__.co_firstlineno
print([line - first for _, line in dis.findlinestarts(f.__code__)][:3])
print(repr(dis.Bytecode("1")), dis.Bytecode("1", first_line=9).first_line, dis.Bytecode(f).current_offset)
