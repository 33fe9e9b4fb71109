# What the system refuses is an OSError of the class of its number, with the names of the files.
import os

calls = [(os.stat, '/nonexistent'), (os.mkdir, '/'), (os.rmdir, '/nonexistent'), (os.listdir, __file__),
         (os.rename, '/nonexistent', '/other'), (os.open, '/', os.O_WRONLY), (os.read, 9999, 1), (os.readlink, '/'),
         (os.stat, []), (os.stat, 'a\0b'), (os.listdir, 1.5), (os.remove, b'/nonexistent')]
for function, *args in calls:
    try:
        function(*args)
    except Exception as error:
        if args[0] != __file__:
            print(type(error).__name__, error)
        print(getattr(error, 'errno', None), getattr(error, 'filename2', None))
print([OSError(number, 'x').__class__.__name__ for number in range(1, 40)])
