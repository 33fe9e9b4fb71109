# Going over the characters of a text, and by index.
from _timing import report

text = 'the quick brown fox ' * 5000
N = len(text)


def run():
    vowels = 0
    for character in text:
        if character in 'aeiou':
            vowels += 1
    for i in range(N):
        if text[i] == 'q':
            vowels += 1
    return vowels


report(run, 2 * N)
