"""python -m inspect MODULE[:NAME] [--details]: the source of an object, or where it comes from."""

import argparse
import importlib
import sys

from . import getsource, getsourcefile, findsource, ismodule


def main():
    """Runs the command."""
    parser = argparse.ArgumentParser(prog="inspect.py")
    parser.add_argument("object", help="The object to be analysed. It supports the 'module:qualname' syntax")
    parser.add_argument("-d", "--details", action="store_true",
                        help="Display info about the module rather than its source code")
    arguments = parser.parse_args()
    module_name, has_attributes, path = arguments.object.partition(":")
    try:
        module = found = importlib.import_module(module_name)
    except Exception as error:
        print(f"Failed to import {module_name} ({type(error).__name__}: {error})", file=sys.stderr)
        sys.exit(2)
    for name in path.split(".") if has_attributes else ():
        found = getattr(found, name)
    if module.__name__ in sys.builtin_module_names:
        print("Can't get info for builtin modules.", file=sys.stderr)
        sys.exit(1)
    if not arguments.details:
        print(getsource(found))
        return
    print(f"Target: {arguments.object}")
    print(f"Origin: {getsourcefile(module)}")
    print(f"Cached: {module.__cached__}")
    if ismodule(found):
        print(f"Loader: {module.__loader__!r}")
        if hasattr(module, "__path__"):
            print(f"Submodule search path: {module.__path__}")
    else:
        print(f"Line: {findsource(found)[1]}")
    print("\n")


main()
