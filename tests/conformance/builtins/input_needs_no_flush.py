import io
import sys


class Sink:
    def write(self, text):
        print("written", repr(text), file=real)


real, sys.stdout, sys.stdin = sys.stdout, Sink(), io.StringIO("first\nsecond\n")
line = input("prompt")
other = input()
sys.stdout = real
print(line, other)
