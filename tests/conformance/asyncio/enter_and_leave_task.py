import asyncio


class TaskLike:
    def __init__(self, loop):
        self.loop = loop

    def get_loop(self):
        return self.loop

    def done(self):
        return False

    def __repr__(self):
        return 'TaskLike()'


loop = asyncio.new_event_loop()
task = TaskLike(loop)
asyncio._register_task(task)
print(asyncio.all_tasks(loop))
asyncio._enter_task(loop, task)
print(asyncio.current_task(loop))
for act in (asyncio._enter_task, asyncio._leave_task):
    try:
        act(loop, 'another')
    except RuntimeError as error:
        print(error)
asyncio._leave_task(loop, task)
print(asyncio.current_task(loop))
asyncio._unregister_task(task)
print(asyncio.all_tasks(loop))
loop.close()
