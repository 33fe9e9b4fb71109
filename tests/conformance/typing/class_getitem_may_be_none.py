class Generic:
    def __class_getitem__(cls, item):
        return cls.__name__, item


class Plain(Generic):
    __class_getitem__ = None


print(Generic[1])
try:
    Plain[1]
except TypeError as error:
    print(error)
