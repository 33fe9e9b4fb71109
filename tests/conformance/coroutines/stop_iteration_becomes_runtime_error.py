async def f(): raise StopIteration("x")
try:
    f().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))
