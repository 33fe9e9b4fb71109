space = {}
exec("a = 1\nb = a + 1\ndef f(): return a * 10", space)
print(space["a"], space["b"], space["f"](), eval("a + b", space), eval("a + c", space, {"c": 5}))
def local():
    x = 3
    exec("x = 4")
    return x, eval("x + 1"), sorted(locals())
print(local())
code = compile("1 + 2", "<made>", "eval")
print(eval(code), code.co_filename)
for source in ("eval('1 +')", "exec(1)", "eval('1', 2)", "exec('1', 2)", "compile('1', 'f', 'foo')", "eval('x', {})"):
    try:
        eval(source)
    except Exception as error:
        print(source, "->", type(error).__name__, str(error).split(" (")[0])
