"""Racing coroutines that start one after the other, as RFC 8305 (Happy Eyeballs) wants it for connections."""

import contextlib

from . import events
from . import exceptions
from . import locks
from . import tasks

__all__ = ('staggered_race',)


async def staggered_race(coro_fns, delay, *, loop=None):
    """Start the next coroutine when the one before has failed or `delay` seconds have gone by; the first result wins.

    Gives the winner's result and index (None and None without a winner), and the exception of each that was started.
    """
    loop = loop or events.get_running_loop()
    remaining = enumerate(coro_fns)
    winner = (None, None)
    failures = []
    runners = []

    async def start_next(predecessor_failed):
        """Wait for the signal to start, start the successor's own wait, and run."""
        nonlocal winner
        if predecessor_failed is not None:
            with contextlib.suppress(exceptions.TimeoutError):
                await tasks.wait_for(predecessor_failed.wait(), delay)
        index, function = next(remaining, (None, None))
        if function is None:
            return
        failed = locks.Event()
        runners.append(loop.create_task(start_next(failed)))
        failures.append(None)
        try:
            result = await function()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            failures[index] = error
            failed.set()
            return
        winner = result, index
        me = tasks.current_task(loop)
        for runner in runners:
            if runner is not me:
                runner.cancel()

    runners.append(loop.create_task(start_next(None)))
    try:
        finished = 0
        while finished < len(runners):
            done, _ = await tasks.wait(runners)
            finished = len(done)
            for runner in done:
                # What is not among the failures of the race leaves it.
                if not runner.cancelled() and runner.exception() is not None:
                    raise runner.exception()
        return *winner, failures
    finally:
        for runner in runners:
            runner.cancel()
