import copy
import random

r = random.Random(3)
r.gauss()
state = r.getstate()
first = [r.random(), r.gauss(), r.getrandbits(40)]
r.setstate(state)
print(first == [r.random(), r.gauss(), r.getrandbits(40)], state[0], len(state[1]))
r.setstate(state)
print(first[0] == copy.copy(r).random() == copy.deepcopy(r).random())
cls, args, kept = r.__reduce__()
print(cls, args, kept == state)
r.setstate((2, tuple(word - 2**32 for word in state[1][:-1]) + state[1][-1:], state[2]))
print(r.random() == first[0])
