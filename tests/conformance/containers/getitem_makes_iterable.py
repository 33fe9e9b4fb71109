class Letters:
    def __getitem__(self, index):
        if index >= 3:
            raise IndexError
        return "abc"[index]

    def __len__(self):
        return 3

print(list(Letters()), list(reversed(Letters())), "b" in Letters(), [*Letters()], tuple(enumerate(Letters(), 5)))
iterator = iter(Letters())
print(type(iterator).__name__, next(iterator), iterator.__length_hint__())
