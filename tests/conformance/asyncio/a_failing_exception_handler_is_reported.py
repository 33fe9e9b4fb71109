import asyncio
import sys


class Report:
    """Without the places in the library."""

    def write(self, text):
        print(''.join(line for line in text.splitlines(True) if not line.startswith(' ')), end='')

    def flush(self):
        pass


sys.stderr = Report()


def fail(loop, context):
    raise KeyError('handler')


loop = asyncio.new_event_loop()
loop.set_exception_handler(fail)
loop.call_exception_handler({'message': 'first', 'detail': 5})
for error in KeyboardInterrupt, SystemExit:
    def leave(loop, context):
        raise error
    loop.set_exception_handler(leave)
    try:
        loop.call_exception_handler({'message': 'second'})
    except BaseException as raised:
        print(repr(raised))
loop.close()
