# Sorting ints, texts, and by a key.
import random

from _timing import report

random.seed(1)
numbers = [random.randrange(10**6) for _ in range(20_000)]
texts = [str(number) for number in numbers]


def run():
    sorted(numbers)
    sorted(texts)
    sorted(numbers, key=lambda n: -n)


report(run, 3 * len(numbers))
