value = 0
def outer():
    value = 1
    def inner():
        global value
        value = 2
    inner()
    return value
print(outer(), value)
def define():
    global made
    def made(): return "made"
define()
print(made())
