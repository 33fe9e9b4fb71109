import genericpath

print(genericpath.exists('/'), genericpath.__name__)
