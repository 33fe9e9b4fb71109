# Descriptors, folders, links and what stat() says of them.
import os
import stat

top = f'/tmp/pycoro-os-{os.getpid()}'
os.makedirs(top + '/a/b')
try:
    os.makedirs(top + '/a/b')
except FileExistsError as error:
    print(error.errno)
os.makedirs(top + '/a/b', exist_ok=True)
fd = os.open(top + '/a/f', os.O_CREAT | os.O_RDWR, 0o640)
print(os.write(fd, b'hello'), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 10), os.fstat(fd).st_size, os.isatty(fd))
os.ftruncate(fd, 2)
os.close(fd)
st = os.stat(top + '/a/f')
print(stat.filemode(st.st_mode), st.st_size, st[6], len(st), st.st_nlink, isinstance(st, tuple))
os.utime(top + '/a/f', (1, 2.5))
print(os.stat(top + '/a/f').st_mtime, os.path.getatime(top + '/a/f'), os.stat(top + '/a/f').st_mtime_ns)
os.symlink('f', top + '/a/l')
os.symlink('nowhere', top + '/a/m')
print(os.readlink(top + '/a/l'), os.path.islink(top + '/a/l'), os.path.exists(top + '/a/m'), os.path.lexists(top + '/a/m'))
print(os.path.realpath(top + '/a/b/../l') == os.path.realpath(top) + '/a/f')
print(sorted((e.name, e.is_file(), e.is_dir(), e.is_symlink()) for e in os.scandir(top + '/a')))
for folder, dirs, files in os.walk(top):
    print(folder[len(top):], sorted(dirs), sorted(files))
print([folder[len(top):] for folder, _, _ in os.walk(top, topdown=False)])
os.rename(top + '/a/f', top + '/a/g')
os.replace(top + '/a/g', top + '/h')
for name in 'a/l', 'a/m', 'h':
    os.remove(f'{top}/{name}')
os.removedirs(top + '/a/b')
print(os.path.exists(top))
read, write = os.pipe()
os.write(write, b'through')
os.close(write)
print(os.read(read, 100), os.read(read, 100))
os.close(read)
