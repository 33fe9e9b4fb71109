x = 1
name = """hello
print(name)
