import ast
import asyncio
import code
import inspect
import types


class Console(code.InteractiveConsole):
    def __init__(self):
        super().__init__({'asyncio': asyncio})
        self.compile.compiler.flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT

    def runcode(self, code):
        print('awaits' if code.co_flags & inspect.CO_COROUTINE else 'plain', end=' ')
        result = types.FunctionType(code, self.locals)()
        if inspect.iscoroutine(result):
            result = loop.run_until_complete(result)
        print('->', result)


loop = asyncio.new_event_loop()
console = Console()
for line in ('1', 'await asyncio.sleep(0, 2)', 'x = [await asyncio.sleep(0, i) for i in range(3)]', 'x',
             'async def f():', '  yield 5', '', '[y async for y in f()]', 'async for y in f():', '  print(y)', '',
             'if x:', '  await asyncio.sleep(0, "in a block")', '', 'lambda: await x', 'def g(): await x', '', 'class A: await x', '',
             'await await asyncio.sleep(0, asyncio.sleep(0, 7))'):
    try:
        console.push(line)
    except SyntaxError as error:
        print(error)
loop.close()
