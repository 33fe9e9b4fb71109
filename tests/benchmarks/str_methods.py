# The methods of str that programs call most.
from _timing import report

N = 20_000
line = 'The quick brown fox jumps over the lazy dog, twice'


def run():
    found = 0
    for _ in range(N):
        words = line.split()
        text = '-'.join(words).lower().replace('quick', 'slow')
        if text.startswith('the') and text.endswith('twice'):
            found += text.find('lazy') + text.count('o')
        text.strip('t')
    return found


report(run, 9 * N)
