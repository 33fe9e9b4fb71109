# json.dumps and json.loads of a small document.
import json

from _timing import report

N = 2_000
document = {'id': 7, 'name': 'some name', 'tags': ['a', 'b', 'c'], 'nested': {'x': 1.5, 'y': None, 'z': [True, False]}}


def run():
    for _ in range(N):
        json.loads(json.dumps(document))


report(run, N)
