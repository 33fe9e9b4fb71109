import sys
values = [1]
def f():
    lenght = 1
    return length
class A:
    def __init__(self):
        self.colour = 1
try:
    f()
except NameError as error:
    print(error)
try:
    A().color
except AttributeError as error:
    print(error)
