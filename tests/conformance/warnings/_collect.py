"""What the parser and the compiler say of sources: warnings, and the errors that -W error makes of them."""
import warnings


def show(*sources):
    for source in sources:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                compile(source, "s.py", "exec")
                end = "compiles"
            except SyntaxError as error:
                end = f"{type(error).__name__}: {error.msg} at {error.lineno}:{error.offset}"
        print(repr(source), end)
        for warning in caught:
            print("   ", warning.category.__name__, warning.message, warning.filename, warning.lineno)
        if caught:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                try:
                    compile(source, "s.py", "exec")
                except SyntaxError as error:
                    print("    error:", type(error).__name__, error.msg, error.lineno, error.offset)
