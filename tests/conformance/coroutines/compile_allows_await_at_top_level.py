# PyCF_ALLOW_TOP_LEVEL_AWAIT: code that awaits is a coroutine's, other code stays as it is.
import ast, asyncio, inspect, types

ALLOW = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


async def count(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


class Manager:
    async def __aenter__(self):
        return "entered"

    async def __aexit__(self, *details):
        return True


for source, mode in [
    ("a = await asyncio.sleep(0, 1)", "exec"),
    ("async for a in count(3): pass", "exec"),
    ("async with Manager() as a: 1 / 0", "exec"),
    ("a = [i async for i in count(3)]", "exec"),
    ("await asyncio.sleep(0, 'value')", "eval"),
]:
    code = compile(source, "<top>", mode, ALLOW)
    namespace = {"asyncio": asyncio, "count": count, "Manager": Manager}
    running = eval(code, namespace)
    print(source, bool(code.co_flags & inspect.CO_COROUTINE), type(running).__name__, asyncio.run(running), namespace.get("a"))
    namespace.pop("a", None)
    print(asyncio.run(types.FunctionType(code, namespace)()), namespace.get("a"))

print(eval(compile("1 + 1", "<top>", "eval", ALLOW)))
