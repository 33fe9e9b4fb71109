import sys
print(1, "a", None, sep="-", end="!\n")
print()
print("x", end="")
print("y", sep="unused", file=sys.stdout, flush=True)
print(*range(3), sep=", ")
class Collector:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
collector = Collector()
print("a", 1, file=collector)
print(collector.parts)
for source in ("print(1, sep=2)", "print(1, end=3)", "print(1, file=5)"):
    try:
        eval(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
saved, sys.stdout = sys.stdout, collector
print("captured")
sys.stdout = saved
print(collector.parts[-2:])
