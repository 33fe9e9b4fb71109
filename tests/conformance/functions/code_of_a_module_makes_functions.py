# Its names live in the globals of the function.
import types

namespace = {}
function = types.FunctionType(compile("a = 1\nprint(a, sorted(locals()) == sorted(globals()))\ndel a\nb = 2", "<code>", "exec"), namespace)
print(function(), sorted(set(namespace) - {"__builtins__"}))
