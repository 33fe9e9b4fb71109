import io
import sys
from concurrent.futures import Future


class Quiet(Future):
    def __repr__(self):
        return 'the future'


def fail(done):
    raise ValueError('in a callback')


future = Quiet()
future.add_done_callback(fail)
future.add_done_callback(lambda done: print('the next one'))
sys.stderr = io.StringIO()
future.set_result(None)
for line in sys.stderr.getvalue().splitlines():
    if not line.startswith(' '):
        print(line)
