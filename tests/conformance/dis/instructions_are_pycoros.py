# expectation: the instruction set is PyCoro's own
import dis


def f(values):
    for value in values:
        print(value)


dis.dis(f)
print(dis.hasjrel, dis.opmap["JUMP_BACKWARD"] in dis.hasjabs, "CACHE" in dis.opmap)
