import types


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    'int | str, int | None, None | int, int | str | int, int | int',
    'int | 1',
    '1 | int',
    'None | None',
    'int | "x"',
    '(int | str) == (str | int), hash(int | str) == hash(str | int), (int | str) == int',
    'isinstance(1, int | str), isinstance(None, int | None), issubclass(bool, int | str)',
    '(int | str).__args__, (int | None).__args__, (int | str).__parameters__',
    '(int | str)[int]',
    '(int | str).__origin__',
    'type(int | str)()',
    '(int | str).__module__, type(int | str)',
    '(int | str) < 1',
    '(int | str).__reduce_ex__(2)',
]:
    show(text)
