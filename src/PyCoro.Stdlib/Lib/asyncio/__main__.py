"""python -m asyncio: a prompt in whose commands `await` may stand.

The main thread runs the loop, and the commands in it; another thread asks for them and waits for each to end.
"""

import asyncio
import code
import sys
import threading
from _ast import PyCF_ALLOW_TOP_LEVEL_AWAIT
from types import FunctionType

_BANNER = (f'asyncio REPL {sys.version} on {sys.platform}\n'
           'Use "await" directly instead of "asyncio.run()".\n'
           'Type "help", "copyright", "credits" or "license" for more information.\n'
           f'{getattr(sys, "ps1", ">>> ")}import asyncio')


class _Command:
    """A command that has been typed, until it has ended."""

    def __init__(self, body):
        self._body = body
        self._task = None
        self._was_interrupted = False
        self._ended = threading.Event()
        self.failure = None

    def start(self, loop):
        """Called in the loop. A body with `await` gives a coroutine."""
        try:
            awaitable = self._body()
            if not asyncio.iscoroutine(awaitable):
                self._end(None)
                return
            self._task = loop.create_task(awaitable)
        except BaseException as failure:
            # Above the command's own frames is the one of this method.
            self._end(failure.with_traceback(failure.__traceback__.tb_next))
        else:
            self._task.add_done_callback(self._end_with_task)

    def _end_with_task(self, task):
        try:
            failure = task.exception()
        except asyncio.CancelledError as cancellation:
            failure = cancellation.with_traceback(None)
        self._end(KeyboardInterrupt() if self._was_interrupted else failure)

    def _end(self, failure):
        self.failure = failure
        self._ended.set()

    def interrupt(self):
        """Ctrl-C: a task is cancelled."""
        if self._task is not None and not self._task.done():
            self._was_interrupted = True
            self._task.cancel()

    def wait(self):
        """Called in the thread of the prompt."""
        self._ended.wait()

    def end_program(self):
        """Its task has raised SystemExit, which leaves the loop at once: nobody will be told of it any more."""
        if self._task is not None:
            self._task._log_traceback = False


class _Console(code.InteractiveConsole):
    def __init__(self, namespace, loop):
        super().__init__(namespace)
        self.compile.compiler.flags |= PyCF_ALLOW_TOP_LEVEL_AWAIT
        self.loop = loop
        self.command = None
        self.exit = None

    def runcode(self, code):
        """Called in the thread of the prompt."""
        self.command = _Command(FunctionType(code, self.locals))
        self.loop.call_soon_threadsafe(self.command.start, self.loop)
        self.command.wait()
        failure = self.command.failure
        if isinstance(failure, SystemExit):
            self.exit = failure
            raise failure
        if isinstance(failure, KeyboardInterrupt):
            self.write('\nKeyboardInterrupt\n')
        elif failure is not None:
            self._show(type(failure), failure, failure.__traceback__, failure.__traceback__)

    def ask(self):
        """The thread of the prompt."""
        try:
            self.interact(_BANNER, 'exiting asyncio REPL...')
        except SystemExit:
            pass
        finally:
            import warnings
            warnings.filterwarnings('ignore', r'^coroutine .* was never awaited$', RuntimeWarning)
            self.loop.call_soon_threadsafe(self.loop.stop)

    def serve(self):
        """The main thread: runs the loop until the prompt has ended."""
        threading.Thread(target=self.ask, daemon=True).start()
        while True:
            try:
                self.loop.run_forever()
            except KeyboardInterrupt:
                if self.command is not None:
                    self.command.interrupt()
            except SystemExit as failure:
                self.command.end_program()
                self.exit = failure
                break
            else:
                break
        if self.exit is not None:
            raise self.exit


def _main():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    shared = ('__name__', '__package__', '__loader__', '__spec__', '__builtins__', '__file__')
    namespace = {name: globals()[name] for name in shared if name in globals()}
    code._load_line_editing()
    _Console({**namespace, 'asyncio': asyncio}, loop).serve()


if __name__ == '__main__':
    _main()
