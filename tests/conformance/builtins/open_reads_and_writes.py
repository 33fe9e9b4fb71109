import os
path = f"/tmp/conformance-{os.getpid()}.txt"
with open(path, "w") as file:
    print(file.write("first\nsecond\n"), file.name == path, file.mode, file.closed)
    file.write("third \u00e9")
print(file.closed)
with open(path) as file:
    print(file.readline(), list(file))
with open(path, "a") as file:
    file.write("!\n")
with open(path, "rb") as file:
    print(file.read(5), file.read())
with open(path, encoding="utf-8") as file:
    print(file.read(3), file.read().splitlines())
with open(path, "r+") as file:
    file.write("FIRST")
    file.seek(0)
    print(file.readlines()[0])
os.remove(path)
for source in ("open('/nonexistent/x')", "open('/tmp')", "open('x', 'q')", "open('x', 'rw')", "open('x', 'rb', encoding='utf-8')"):
    try:
        eval(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
