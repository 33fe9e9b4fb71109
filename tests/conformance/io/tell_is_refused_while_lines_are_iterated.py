import io

file = io.TextIOWrapper(io.BytesIO(b'one\ntwo\nthree\n'))
print(file.readline(), file.tell())
for line in file:
    try:
        file.tell()
    except OSError as error:
        print(repr(line), error)
print(file.tell())
for arguments in (1, 1), (1, 2), (0, 5), (-1,):
    try:
        file.seek(*arguments)
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
print(file.seek(0, 1), file.seek(0, 2), file.seek(4), file.read())
