def g():
    try:
        yield 1
    except ValueError:
        print("never caught before the start")
gen = g()
try:
    gen.throw(ValueError("early"))
except ValueError as error:
    print(error)
print(list(gen))
try:
    gen.throw(KeyError("late"))
except KeyError as error:
    print(error)
for bad in ((1,), (ValueError("x"), "y"), (ValueError, "v", 5), (int,)):
    try:
        g().throw(*bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
