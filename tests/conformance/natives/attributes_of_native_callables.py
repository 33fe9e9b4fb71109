# Names, owners and receivers.
print(len.__name__, len.__qualname__, len.__module__, len.__self__.__name__)
print([].append.__name__, [].append.__qualname__, [].append.__module__, [1].append.__self__)
print(list.append.__name__, list.append.__qualname__, list.append.__objclass__)
print(int.__add__.__name__, int.__add__.__qualname__, int.__add__.__objclass__)
print((1).__add__.__name__, (1).__add__.__qualname__, (1).__add__.__self__, (1).__add__.__objclass__)
print(int.__new__.__qualname__, int.__new__.__self__)
print(str.maketrans.__qualname__, str.maketrans.__self__)
print(int.real.__name__, int.real.__qualname__, int.real.__objclass__)
items = []
print(items.append == items.append, hash(items.append) == hash(items.append), [].append == [].append)
print(len == len, len == abs, (1).__add__ == (1).__add__, (1).__add__ == (2).__add__)
print(list.append is list.append, len.__call__([1, 2]), list.append.__call__(items, 5), items)
print("x".join.__call__(["a", "b"]), list.append.__get__(items)(6), items)
