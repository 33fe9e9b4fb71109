name = 'hello
print(name)
