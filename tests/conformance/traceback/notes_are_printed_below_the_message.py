import traceback


class Mute:
    def __str__(self):
        raise ValueError

    __repr__ = __str__


for notes in [None, 5, "abc", ("a", "b"), ["a\nb", 3, None], {"a": 1}, Mute(), [Mute()]]:
    error = ValueError("x")
    error.__notes__ = notes
    print(traceback.format_exception_only(error))
