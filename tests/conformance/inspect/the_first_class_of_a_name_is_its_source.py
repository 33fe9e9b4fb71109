import inspect

if True:
    class Twice:
        first = True
else:
    class Twice:
        first = False

TEXT = """
class Hidden:
    in_a_text = True
"""


def decorate(cls):
    return cls


@decorate
# Between decorator and class.
@decorate
class Hidden:
    def method(self):
        class Inner:
            pass
        return Inner


print(inspect.getsource(Twice))
print(inspect.getsource(Hidden))
print(inspect.getsource(Hidden().method()))
