import posixpath

print(posixpath.exists('/'), posixpath.__name__)
