import random
import warnings

warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, message)
r = random.Random(5)


def attempt(text):
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)


for text in [
    "r.randrange(0)", "r.randrange(3, 2)", "r.randrange(1, 10, -1)", "r.randrange(1, 10, 0)", "r.randrange(1.0)", "r.randrange(1.5)",
    "r.randrange('a')", "r.randrange(0, 10.5)", "r.randrange(0, 10, 2.0)", "r.randrange(0, None, 2)", "r.randint(1, 0)",
    "r.choice([])", "r.choice({1, 2})", "r.shuffle((1, 2))", "r.sample({1, 2}, 1)", "r.sample([1, 2], 3)", "r.sample([1, 2], 1.0)",
    "r.sample('ab', 1, counts=[1])", "r.sample('ab', 1, counts=[1.5, 2])", "r.sample('ab', 1, counts=[0, 0])",
    "r.choices('ab', [1])", "r.choices('ab', [0, 0])", "r.choices('ab', [1, float('inf')])", "r.choices('ab', 5)",
    "r.choices('ab', [1, 2], cum_weights=[1, 2])", "r.choices([])", "random.Random([])", "r.setstate((1, 2, 3))", "r.getrandbits(-1)",
    "r.gammavariate(0, 1)", "r.expovariate(0)", "random.SystemRandom().getstate()", "random.SystemRandom().getrandbits(-1)",
]:
    attempt(text)
