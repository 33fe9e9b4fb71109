# Not a loop: scripts/bench times the whole process for this script of about twenty lines.
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


class Record:
    def __init__(self):
        self.best = (0, 0)

    def see(self, n):
        self.best = max(self.best, (collatz(n), n))


def numbers():
    yield from range(1, 30)


record = Record()
for n in numbers():
    record.see(n)
print("longest below 30: %d steps from %d" % record.best)
