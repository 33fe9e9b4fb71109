import types

log = []


class Loud(types.ModuleType):
    def __getattribute__(self, name):
        log.append(('get', name))
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        log.append(('set', name, value))
        super().__setattr__(name, value)

    def __delattr__(self, name):
        log.append(('delete', name))
        super().__delattr__(name)


module = Loud('loud')
module.answer = 42
print(module.answer)
del module.answer
try:
    module.answer
except AttributeError as error:
    print(error)
print(log)
