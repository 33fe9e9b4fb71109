# Any text may name code, also one that no file can have.
import traceback

for name in "", "a\n", "a" * 5000:
    try:
        exec(compile("1/0", name, "exec"))
    except ZeroDivisionError as error:
        print(len(traceback.format_tb(error.__traceback__)[-1]))
exec(compile("1/0", "", "exec"))
