# Regular expressions: match, search, findall, sub.
import re

from _timing import report

N = 5_000
pattern = re.compile(r'(\w+)@(\w+)\.com')
text = 'write to someone@example.com or to nobody@nowhere.com today'


def run():
    for _ in range(N):
        pattern.search(text).group(1)
        pattern.findall(text)
        pattern.sub(r'\2', text)
        re.match(r'\w+ to', text)


report(run, 4 * N)
