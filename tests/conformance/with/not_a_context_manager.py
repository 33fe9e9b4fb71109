class OnlyEnter:
    def __enter__(self): pass
for value in (1, OnlyEnter()):
    try:
        with value:
            print("never")
    except TypeError as error:
        print(error)
class A:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
try:
    with A(): pass
except TypeError as error:
    print(error)
