import multiprocessing
import os

this = multiprocessing.current_process()
print(repr(this), this.name, this.pid == os.getpid(), this.daemon, this.exitcode, this.is_alive(), len(this.authkey), multiprocessing.parent_process())
context = multiprocessing.get_context('spawn')
process = context.Process(target=print, args=('hi',), daemon=True)
other = context.Process(name='mine')
print(repr(process).replace(str(os.getpid()), 'PID'), process.name, process.daemon, process.pid, process.exitcode)
print(other.name, other.daemon, other.authkey == this.authkey, multiprocessing.active_children())
process.name = 'another'
process.daemon = False
print(process.name, process.daemon, process.is_alive())
process.run()
for action in (process.join, lambda: process.sentinel, lambda: context.Process(3), lambda: setattr(process, 'name', 3)):
    try:
        print(action())
    except (AssertionError, ValueError) as error:
        print(repr(error))
process.close()
print(repr(process).replace(str(os.getpid()), 'PID'))
for action in (process.start, process.join, process.is_alive, process.terminate, lambda: process.pid):
    try:
        print(action())
    except ValueError as error:
        print(repr(error))
