def inner(n):
    yield 1
    yield 10 / n
def outer(n):
    yield from inner(n)
def main():
    for x in outer(0):
        print(x)
main()
