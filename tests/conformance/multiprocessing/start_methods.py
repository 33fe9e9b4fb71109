# expectation: a process of .NET cannot fork
import multiprocessing

print(multiprocessing.get_all_start_methods(), multiprocessing.get_start_method(allow_none=True), multiprocessing.get_start_method())
for method in ('fork', 'forkserver', 'spawn'):
    try:
        print(multiprocessing.get_context(method).get_start_method())
    except ValueError as error:
        print(error)
multiprocessing.set_start_method('forkserver', force=True)
print(multiprocessing.get_start_method(), type(multiprocessing.get_context()).__name__)
for action in (multiprocessing.Pool, multiprocessing.Manager):
    try:
        action()
    except NotImplementedError as error:
        print(error)
