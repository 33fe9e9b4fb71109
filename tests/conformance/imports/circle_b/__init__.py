import circle_a
saw = hasattr(circle_a, "value")
try:
    from circle_a import value
except ImportError as error:
    print(str(error).split("(/")[0])
