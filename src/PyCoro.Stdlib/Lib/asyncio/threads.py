"""Running blocking functions in threads."""

from . import events

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):
    """Call the function in a thread of the loop's executor, with this task's context variables, and give its result."""
    import contextvars
    import functools
    call = functools.partial(contextvars.copy_context().run, func, *args, **kwargs)
    return await events.get_running_loop().run_in_executor(None, call)
