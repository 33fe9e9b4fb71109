import sys
import traceback


def inner():
    print([entry.name for entry in traceback.extract_stack()])
    print([entry.name for entry in traceback.extract_stack(limit=1)])
    print([entry.name for entry in traceback.extract_stack(limit=-1)])
    print([frame.f_code.co_name for frame, line in traceback.walk_stack(sys._getframe())])
    print([entry.name for entry in traceback.StackSummary.extract(traceback.walk_stack(None))])
    traceback.print_stack(file=sys.stdout)


def outer():
    inner()


outer()
