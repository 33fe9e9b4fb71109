"""Groups of tasks of which none outlives the `async with` block that holds them."""

from . import events
from . import exceptions
from . import tasks

__all__ = ('TaskGroup',)


class TaskGroup:
    """Waits at the end of its block for all tasks made with create_task(). A failure of one cancels the others and the block."""

    def __init__(self):
        self._loop = None
        # The task that runs the block, and whether this group has asked for its cancellation.
        self._host = None
        self._host_disturbed = False
        self._leaving = False
        self._shut = False
        self._tasks = set()
        self._failures = []
        # SystemExit or KeyboardInterrupt: it leaves the group as itself, not among the failures.
        self._fatal = None
        # A future while the end of the block waits for the last task.
        self._all_gone = None

    def __repr__(self):
        facts = [f'{name}={len(things)}' for name, things in (('tasks', self._tasks), ('errors', self._failures)) if things]
        if self._shut:
            facts.append('cancelling')
        elif self._host is not None:
            facts.append('entered')
        return f"<TaskGroup{''.join(' ' + fact for fact in facts)}>"

    async def __aenter__(self):
        if self._host is not None:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        self._loop = events.get_running_loop()
        host = tasks.current_task(self._loop)
        if host is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        self._host = host
        return self

    def create_task(self, coro, *, name=None, context=None):
        """Run the coroutine as a task of this group and return the task."""
        obstacle = self._why_no_more_tasks()
        if obstacle:
            raise RuntimeError(f'TaskGroup {self!r} {obstacle}')
        # A loop's own create_task need not know the keyword.
        task = self._loop.create_task(coro, **({} if context is None else {'context': context}))
        tasks._set_task_name(task, name)
        if task.done():
            self._see_off(task)
        else:
            self._tasks.add(task)
            task.add_done_callback(self._see_off)
        return task

    def _why_no_more_tasks(self):
        if self._host is None:
            return 'has not been entered'
        if self._leaving and not self._tasks:
            return 'is finished'
        if self._shut:
            return 'is shutting down'

    async def __aexit__(self, exc_type, exc, tb):
        self._leaving = True
        self._keep_if_fatal(exc)
        was_cancelled = exc_type is exceptions.CancelledError
        cancellation = exc if was_cancelled else None
        if self._host_disturbed and self._host.uncancel() == 0:
            # The block was cancelled by this group and nobody else; what made the group do so is told below.
            cancellation = None
        if exc_type is not None:
            self._shut_down()
        cancellation = await self._wait_for_tasks() or cancellation

        if self._fatal is not None:
            raise self._fatal
        if exc_type is not None and not was_cancelled:
            self._failures.append(exc)
        if self._failures:
            failures, self._failures = self._failures, []
            raise BaseExceptionGroup('unhandled errors in a TaskGroup', failures) from None
        if cancellation is not None:
            raise cancellation

    async def _wait_for_tasks(self):
        """Wait for the last task. A first cancellation from outside shuts the group down, and is returned."""
        cancellation = None
        while self._tasks:
            self._all_gone = self._loop.create_future()
            try:
                await self._all_gone
            except exceptions.CancelledError as error:
                if not self._shut:
                    cancellation = error
                    self._shut_down()
            self._all_gone = None
        return cancellation

    def _keep_if_fatal(self, exc):
        if self._fatal is None and isinstance(exc, (SystemExit, KeyboardInterrupt)):
            self._fatal = exc

    def _shut_down(self):
        if self._shut:
            return
        self._shut = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _see_off(self, task):
        """Called when a task is done."""
        self._tasks.discard(task)
        if not self._tasks and self._all_gone is not None and not self._all_gone.done():
            self._all_gone.set_result(None)
        failure = None if task.cancelled() else task.exception()
        if failure is None:
            return
        self._failures.append(failure)
        self._keep_if_fatal(failure)
        if self._host.done():
            self._loop.call_exception_handler({
                'message': f'Task {task!r} has errored out but its parent task {self._host} is already completed',
                'exception': failure,
                'task': task,
            })
        elif not self._shut:
            self._shut_down()
            # The block stands at some await: it must hear of the failure.
            self._host_disturbed = True
            self._host.cancel()
