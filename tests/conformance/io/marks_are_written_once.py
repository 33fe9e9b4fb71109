# A byte order mark stands at the start of a file and nowhere else, appended text and seeks included.
import io

for encoding in 'utf-16', 'utf-8-sig', 'utf-32':
    below = io.BytesIO()
    file = io.TextIOWrapper(below, encoding=encoding)
    file.write('ab')
    file.flush()
    file.write('c')
    file.detach()
    file = io.TextIOWrapper(below, encoding=encoding)
    file.write('d')
    print(encoding, file.seek(0), file.read(), file.seek(0), end=' ')
    file.write('X')
    file.flush()
    print(below.getvalue())
