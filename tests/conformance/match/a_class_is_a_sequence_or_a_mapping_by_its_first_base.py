import collections.abc


class Both(collections.abc.Sequence, collections.abc.Mapping):
    def __len__(self):
        return 0

    def __getitem__(self, key):
        raise KeyError(key)

    def keys(self):
        return ()


class Mapped(collections.UserDict, collections.abc.Sequence):
    pass


def kind(subject):
    match subject:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"


print(kind(Both()), kind(Mapped()))
