class Thing:
    pass

thing = Thing()
setattr(thing, "x", 1)
print(getattr(thing, "x"), getattr(thing, "y", "none"), hasattr(thing, "x"), hasattr(thing, "y"), vars(thing), callable(Thing), callable(1))
delattr(thing, "x")
print(vars(thing), [name for name in dir(thing) if not name.startswith("__")], sorted(set(dir(3)) & {"real", "imag", "bit_length"}))
for source in ("getattr(thing, 'x')", "getattr(thing, 2)", "hasattr(thing, 2)", "vars(1)", "delattr(thing, 'x')", "setattr(1, 'x', 2)"):
    try:
        print(eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)
