# os.path computes with names, without looking at files.
import os.path as p

for a in '', '/', '//', '///', 'a', 'a/', '/a', 'a//b/', '../a', '.x', 'a.b.c', '/a/.b.c/..d', './a/../..', '/../a', '//x/../y':
    print(repr(a), p.split(a), p.splitext(a), p.basename(a), p.dirname(a), p.normpath(a), p.isabs(a), p.splitdrive(a))
print(p.join('a', 'b', '/c', 'd', ''), p.join(b'a', b'b'), p.join('', 'a'))
print(p.relpath('/a/b/c', '/a/x/y'), p.relpath('/a', '/a'), p.commonpath(['/a/b', '/a/c/d']), p.commonprefix(['abc', 'abd']))
for call in (lambda: p.join('a', b'b'), lambda: p.join(1), lambda: p.commonpath([]), lambda: p.commonpath(['/a', 'b']), lambda: p.relpath('')):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
import os
os.environ['PYCORO_A'] = 'x'
print(p.expandvars('$PYCORO_A-${PYCORO_A}b$-$NOT_THERE ${'), p.expandvars(b'$PYCORO_A'))


class Path:
    def __fspath__(self):
        return '/some/where.txt'


print(p.splitext(Path()), os.fspath(Path()), os.fsencode(Path()), isinstance(Path(), os.PathLike), issubclass(int, os.PathLike))
