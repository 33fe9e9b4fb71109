# stderr: ignored
import asyncio
import contextvars
var = contextvars.ContextVar("var", default=0)
async def count():
    var.set(var.get() + 1)
    return var.get(), id(asyncio.get_running_loop())
with asyncio.Runner() as runner:
    first, loop = runner.run(count())
    second, same = runner.run(count())
    print(first, second, loop == same, runner.get_loop().is_closed())
print(var.get())
try:
    runner.run(count())
except RuntimeError as error:
    print(error)
