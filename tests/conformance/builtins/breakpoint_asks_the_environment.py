import os, sys

def show(*args, **kwargs):
    print("hook", args, kwargs)
    return 5

sys.breakpointhook = show
print(breakpoint(1, a=2))
sys.breakpointhook = sys.__breakpointhook__
for wanted in "0", "builtins.repr", "len", "nope.x", "sys.nope", ".", "..", ".x", "x.":
    os.environ["PYTHONBREAKPOINT"] = wanted
    print(repr(wanted), breakpoint("7"))
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as e:
    print(e)
