import dis
from dis import opmap, stack_effect

print(stack_effect(opmap["POP_TOP"]), stack_effect(opmap["LOAD_CONST"], 0), stack_effect(opmap["BUILD_LIST"], 5))
for jump in None, True, False:
    print(stack_effect(opmap["JUMP_IF_TRUE_OR_POP"], 0, jump=jump), stack_effect(opmap["FOR_ITER"], 0, jump=jump))
for arguments in (opmap["POP_TOP"], 0), (opmap["LOAD_CONST"],):
    try:
        print(stack_effect(*arguments))
    except ValueError as error:
        print(error)
try:
    stack_effect(opmap["POP_TOP"], jump=3)
except ValueError as error:
    print(error)
print(dis.opname[opmap["LOAD_CONST"]], len(dis.opname), opmap["LOAD_CONST"] in dis.hasconst, opmap["LOAD_NAME"] in dis.hasname)
print(opmap["LOAD_FAST"] in dis.haslocal, opmap["LOAD_DEREF"] in dis.hasfree, opmap["COMPARE_OP"] in dis.hascompare, dis.cmp_op)
print(opmap["POP_TOP"] < dis.HAVE_ARGUMENT <= opmap["LOAD_CONST"], dis.EXTENDED_ARG == opmap["EXTENDED_ARG"])
