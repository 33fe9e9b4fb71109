import sys
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, *rest: print("   ", message)
Spec = type(sys.__spec__)
for names in (
    {}, {"__package__": "p"}, {"__package__": None, "__name__": "a.b"}, {"__name__": "a.b", "__path__": []},
    {"__package__": "x", "__spec__": Spec("y.z", None)}, {"__spec__": Spec("y.z", None)}, {"__package__": 3}, {"__name__": 3},
    {"__package__": "", "__name__": "q"}, {"__package__": None, "__spec__": None, "__name__": "sys.q"},
):
    try:
        __import__("", names, None, ["k"], 1)
    except (ImportError, KeyError, TypeError) as error:
        print(sorted(names), type(error).__name__, error)
try:
    __import__("", {"__package__": "os"}, None, ["k"], 2)
except ImportError as error:
    print(error)
