import asyncio
import warnings

warnings.simplefilter("ignore", DeprecationWarning)


async def use():
    codes = []
    for code in (0, 3):
        child = await asyncio.create_subprocess_exec("sh", "-c", f"exit {code}")
        codes.append(await child.wait())
    child = await asyncio.create_subprocess_exec("sleep", "60")
    child.kill()
    return codes, await child.wait(), asyncio.get_child_watcher().is_active()


print(type(asyncio.get_child_watcher()).__name__)
for kind in (asyncio.ThreadedChildWatcher, asyncio.PidfdChildWatcher, asyncio.SafeChildWatcher, asyncio.FastChildWatcher,
             asyncio.MultiLoopChildWatcher):
    watcher = kind()
    asyncio.set_child_watcher(watcher)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    watcher.attach_loop(loop)
    print(kind.__name__, loop.run_until_complete(use()), watcher.remove_child_handler(1))
    asyncio.set_child_watcher(None)
    asyncio.set_event_loop(None)
    loop.close()
    print(watcher.is_active())

watcher = asyncio.AbstractChildWatcher()
for method, args in (("is_active", ()), ("close", ()), ("attach_loop", (None,)), ("add_child_handler", (1, print)), ("remove_child_handler", (1,))):
    try:
        getattr(watcher, method)(*args)
    except NotImplementedError:
        print(method)
