import os
for args in ("/nowhere", ["a"]), ("/bin/sh", []), ("/bin/sh", [""]), ("/bin/sh", "a"):
    try:
        os.execv(*args)
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    os.execvp("no-such-program", ["x"])
except OSError as e:
    print(e)
