class C:
    def __getattr__(self, name):
        raise AssertionError(name)

    def __getstate__(self):
        return 1


print(C().__reduce_ex__(2)[2])
