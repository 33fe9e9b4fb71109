import sys

sys.modules["_warnings"] = None
sys.modules.pop("warnings", None)
import warnings

print(warnings.filters)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("one")
    warnings.warn(DeprecationWarning("two"))
print([(str(message.message), message.category.__name__) for message in log])
warnings.simplefilter("error")
try:
    warnings.warn("three")
except UserWarning as error:
    print(repr(error))
