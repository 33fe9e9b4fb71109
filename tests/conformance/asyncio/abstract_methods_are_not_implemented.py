import asyncio
import inspect

for kind in (asyncio.AbstractEventLoop, asyncio.AbstractServer, asyncio.AbstractEventLoopPolicy):
    for name in sorted(name for name in vars(kind) if name[0] != '_' and 'call_soon' not in name):
        function = getattr(kind, name)
        parameters = inspect.signature(function).parameters.values()
        wanted = [None for each in parameters if each.kind == each.POSITIONAL_OR_KEYWORD and each.default is each.empty]
        try:
            result = function(*wanted)
        except NotImplementedError:
            print(kind.__name__, name, len(wanted))
        else:
            result.close()
            print(kind.__name__, name, len(wanted), inspect.iscoroutinefunction(function))
