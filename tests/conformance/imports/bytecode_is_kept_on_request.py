# expectation: bytecode is not kept unless a program asks for it
import sys

print(sys.dont_write_bytecode, sys.flags.dont_write_bytecode in (0, 1))
