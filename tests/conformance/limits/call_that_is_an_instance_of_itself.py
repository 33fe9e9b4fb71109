# A class whose __call__ is an instance of the class has no end, nor has a __get__ like it; the program goes on.
class Endless:
    pass


Endless.__call__ = Endless()
try:
    Endless()()
except RecursionError as error:
    print(type(error).__name__)
print('goes on')
