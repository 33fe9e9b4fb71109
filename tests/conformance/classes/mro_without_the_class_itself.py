class Other:
    pass


class Meta(type):
    def mro(cls):
        return (Other, object)


try:
    class C(metaclass=Meta):
        pass
except TypeError as error:
    print(error)
