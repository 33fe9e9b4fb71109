import sys
import warnings
from importlib.util import cache_from_source, source_from_cache

tag = sys.implementation.cache_tag


def tell(function, *arguments, **options):
    try:
        print(function(*arguments, **options).replace(tag, "TAG"))
    except (ValueError, TypeError, NotImplementedError) as error:
        print(type(error).__name__, str(error).replace(tag, "TAG"))


tell(cache_from_source, "a/b.py")
tell(cache_from_source, "a.b/c.d.py")
tell(cache_from_source, "b.py", optimization="")
tell(cache_from_source, "b.py", optimization=2)
tell(cache_from_source, "b.py", optimization="a b")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    tell(cache_from_source, "b.py", False)
    tell(cache_from_source, "b.py", True)
    tell(cache_from_source, "b.py", True, optimization=1)
    print([str(warning.message) for warning in caught])
for name in f"a/__pycache__/b.{tag}.pyc", f"a/__pycache__/b.{tag}.opt-1.pyc", f"a/b.{tag}.pyc", "a/__pycache__/b.pyc", \
        f"a/__pycache__/b.{tag}.else-1.pyc", f"a/__pycache__/b.{tag}.opt-.pyc":
    tell(source_from_cache, name)
sys.pycache_prefix = "/cache"
tell(cache_from_source, "/src/b.py")
tell(source_from_cache, f"/cache/src/b.{tag}.pyc")
sys.pycache_prefix = None
sys.implementation.cache_tag, tag = None, tag
tell(cache_from_source, "b.py")
tell(source_from_cache, "b.pyc")
