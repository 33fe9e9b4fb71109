import types


def show(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for text in [
    'types.new_class("X", (int,), {}, lambda names: names.update(a=1)).a',
    'types.new_class("X", (list[int],)).__orig_bases__',
    'types.new_class("X", (), {"metaclass": lambda name, bases, names: (name, bases, names)})',
    'types.new_class("X", (1,))',
    'types.prepare_class("X")',
    'types.prepare_class("X", (int,), {"metaclass": type, "z": 1})',
    'types.resolve_bases((list[int], int))',
    'types.resolve_bases([1])',
]:
    show(text)
