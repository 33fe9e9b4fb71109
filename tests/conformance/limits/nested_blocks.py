source = ""
for i in range(19):
    source += " " * i + f"for i{i} in range(1):\n"
exec(source + " " * 19 + "print('19 loops')")
source = ""
for i in range(21):
    source += " " * i + "while True:\n"
try:
    exec(source + " " * 21 + "break")
except SyntaxError as error:
    print(error.msg)
source = ""
for i in range(99):
    source += " " * i + "if 1:\n"
exec(source + " " * 99 + "print('99 ifs')")
source = "".join(" " * i + "if 1:\n" for i in range(101))
try:
    exec(source + " " * 101 + "pass")
except IndentationError as error:
    print(error.msg)
