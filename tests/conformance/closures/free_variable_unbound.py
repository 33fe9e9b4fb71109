def outer(bind):
    def inner():
        return value
    if bind:
        value = 1
    return inner

print(outer(True)())
try:
    outer(False)()
except NameError as error:
    print(type(error).__name__, error)
