import itertools


class Loud(itertools.chain):
    def __next__(self):
        return super().__next__() * 2


class Counted(enumerate):
    def __iter__(self):
        return iter("iter")


print(list(Loud([1, 2], [3])), [x for x in Loud("ab")], tuple(Loud([5])), max(Loud([4])))
print(list(Counted("xyz")), next(Counted("xyz")))
