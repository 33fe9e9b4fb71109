from contextvars import Context, ContextVar, copy_context

var, other = ContextVar('var', default='unset'), ContextVar('other')


def change():
    token = var.set('inside')
    print(var.get(), token.old_value, var.name)
    return token


var.set('outside')
context = copy_context()
token = context.run(change)
print(var.get(), context[var], len(context), var in context, other in context, context.get(other, 'none'))
print(list(context) == [var], list(context.items()) == [(var, 'inside')], list(context.values()))
for action in (lambda: var.reset(token), other.get, lambda: context[other], lambda: context['var'], lambda: context.run(context.run, int),
               lambda: Context(1), lambda: ContextVar(3), lambda: var.reset(3), lambda: {}[var] if False else context.run()):
    try:
        print(action())
    except (LookupError, TypeError, ValueError, RuntimeError) as error:
        print(type(error).__name__, str(error).split(' at ')[0].split('<')[0])
mine = var.set(1)
var.reset(mine)
try:
    var.reset(mine)
except RuntimeError as error:
    print('used' in str(error))
print(Context().run(var.get), other.get('given'), copy_context() == copy_context(), Context() == context)
print(token.var is var, mine.old_value, token.MISSING, ContextVar[int])
