import multiprocessing

multiprocessing.set_start_method('spawn')
print(multiprocessing.get_start_method())
for action in (lambda: multiprocessing.set_start_method('spawn'), lambda: multiprocessing.get_context('x'),
               lambda: multiprocessing.get_context('spawn').set_start_method('spawn')):
    try:
        action()
    except (RuntimeError, ValueError) as error:
        print(repr(error))
context = multiprocessing.get_context()
print(type(context).__name__, context.get_context() is context, context.Process.__name__, multiprocessing.get_context('spawn') is context)
print(multiprocessing.cpu_count() > 0, multiprocessing.freeze_support(), context.TimeoutError.__mro__[1].__name__)
print(sorted(name for name in multiprocessing.__all__ if name != 'reducer'))
