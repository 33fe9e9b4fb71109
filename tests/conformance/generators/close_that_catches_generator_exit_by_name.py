def gen(how):
    try:
        yield 1
    except GeneratorExit as exit:
        print("caught", repr(exit), exit.args)
        if how == "return":
            return 5
        if how == "raise":
            raise
        if how == "other":
            raise KeyError("instead")
        if how == "stop":
            raise StopIteration("stop")


for how in "return", "raise", "other", "stop", "fall":
    g = gen(how)
    next(g)
    try:
        print(how, g.close())
    except BaseException as error:
        print(how, repr(error), "from", repr(error.__cause__), "in", repr(error.__context__))
