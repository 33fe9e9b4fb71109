async def gen(how):
    try:
        yield 1
    finally:
        if how == "yield":
            yield 2
        if how == "raise":
            raise KeyError("in finally")
        if how == "return":
            return


def attempt(step):
    try:
        return step()
    except BaseException as error:
        return repr(error)


for how in "yield", "raise", "return", "fall":
    g = gen(how)
    attempt(lambda: g.__anext__().send(None))
    print(how, attempt(lambda: g.aclose().send(None)), attempt(lambda: g.__anext__().send(None)), g.ag_running)
