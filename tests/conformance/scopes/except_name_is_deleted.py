error = "before"
try:
    1 / 0
except ZeroDivisionError as error:
    print(type(error).__name__)
try:
    print(error)
except NameError as e:
    print(e)
