# expectation: sys.implementation says which Python this is (docs/differences.md).
import sys
print(sys.implementation.name, sys.implementation.cache_tag, sys.implementation.version[:2])
