async def a():
    await b()
async def b():
    raise RuntimeError('x')
try: a().send(None)
except RuntimeError as e:
    raise
