def outer(a: int, b: "text" = 2, *args: tuple, k=1, **kw) -> float:
    """What it does."""
    local = a
    def inner(): return local
    return inner

print(outer.__name__, outer.__qualname__, outer.__module__, outer.__doc__)
print(outer.__annotations__)
print(outer.__defaults__, outer.__kwdefaults__, outer.__closure__)
inner = outer(5)
print(inner.__qualname__, inner.__closure__[0].cell_contents)
outer.note = "kept"
print(outer.__dict__, outer.note)
code = outer.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames)
print(code.co_cellvars, inner.__code__.co_freevars, code.co_firstlineno)
