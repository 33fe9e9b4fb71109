class Lazy:
    blech = None

    def __getattr__(self, name):
        raise AttributeError()


try:
    Lazy().bluch
except AttributeError as error:
    print(error.name, type(error.obj).__name__)
Lazy().bluch
