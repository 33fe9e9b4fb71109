import sys

seen = []

def hook(event, args):
    if event in wanted:
        seen.append((event, args))
    if event == refused:
        raise error(event)

wanted = {"my.event", "compile", "exec", "builtins.id", "import", "open", "sys._getframe", "sys.addaudithook"}
refused = None
error = RuntimeError
sys.addaudithook(hook)
sys.audit("my.event", 1, 2)
exec(compile("1", "name", "exec"))
number = id(seen)
open(__file__).close()
try:
    import this_is_not_there
except ImportError:
    pass
sys._getframe()
for event, args in seen:
    print(event, len(args), [a for a in args if isinstance(a, (int, str)) and a != __file__ and a != number])
refused = "sys.addaudithook"
sys.addaudithook(print)          # refused silently
error = KeyboardInterrupt
try:
    sys.addaudithook(print)
except KeyboardInterrupt as e:
    print("not silently", e)
refused, error = "open", ValueError
try:
    open(__file__)
except ValueError as e:
    print("refused", e)
refused = None
for args in (), (1,):
    try:
        sys.audit(*args)
    except TypeError as e:
        print(e)
