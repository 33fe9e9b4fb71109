x = "global"
def f():
    print(x)
    x = "local"
try:
    f()
except UnboundLocalError as error:
    print(error)
def g():
    del x
    x = 1
try:
    g()
except UnboundLocalError as error:
    print(error)
try:
    missing
except NameError as error:
    print(error, error.name)
