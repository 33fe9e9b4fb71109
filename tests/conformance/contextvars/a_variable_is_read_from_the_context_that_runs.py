from contextvars import ContextVar, copy_context

var = ContextVar('var')
var.set(0)
contexts = [copy_context() for _ in range(3)]


def step(number):
    seen = var.get()
    var.set(seen + number)
    return seen, var.get()


for number, context in enumerate(contexts):
    print(context.run(step, number), context.run(step, 10), var.get())
token = var.set(5)
print(var.get())
var.reset(token)
print(var.get(), [context[var] for context in contexts])
many = [ContextVar(f'v{number}') for number in range(50)]
tokens = [each.set(number) for number, each in enumerate(many)]
print(sum(each.get() for each in many), len(copy_context()))
for each, token in zip(many[::2], tokens[::2]):
    each.reset(token)
print(len(copy_context()), many[1].get(), many[0].get('gone'))
