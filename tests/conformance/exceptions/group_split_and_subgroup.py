group = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)])])
print(group.subgroup(ValueError))
print(repr(group.subgroup(lambda e: isinstance(e, TypeError))))
match, rest = group.split(ValueError)
print(repr(match), repr(rest))
print(group.message, group.exceptions[0], group.derive([OSError()]))
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()])):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type(BaseExceptionGroup("x", [KeyError()])).__name__, type(BaseExceptionGroup("x", [SystemExit()])).__name__)
