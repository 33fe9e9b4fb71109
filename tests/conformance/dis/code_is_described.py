import dis


def outer(free):
    def f(a, /, b, *args, c=1, **kwargs):
        "docstring"
        local = free
        return lambda: local
    return f


async def coroutine():
    yield 1


print(dis.code_info(outer(1)).replace(outer.__code__.co_filename, "FILE").partition("Constants")[0])
for code in outer, coroutine:
    print([line for line in dis.code_info(code).splitlines() if line.startswith(("Flags", "Name", "Kw"))])
info = dis.code_info("x + 1")
print(info.replace("Stack size:        1", "Stack size:        2"))
print(dis.Bytecode("x + 1").info() == info)
dis.show_code("pass")
print(dis.pretty_flags(0), dis.pretty_flags(3), dis.pretty_flags(1 << 20))
for bad in 1, object():
    try:
        dis.code_info(bad)
    except TypeError as error:
        print(error)
