for cls in (KeyError, IndexError, ZeroDivisionError, FileNotFoundError, RecursionError, NotImplementedError,
            ModuleNotFoundError, UnboundLocalError, IndentationError, GeneratorExit, KeyboardInterrupt, StopAsyncIteration,
            ExceptionGroup, BrokenPipeError, UnicodeDecodeError, DeprecationWarning):
    print(" < ".join(c.__name__ for c in cls.__mro__))
print(IOError is OSError, EnvironmentError is OSError)
