"""The native part of functools under the name that other modules know."""

from _functions import _lru_cache_wrapper, cmp_to_key, partial, reduce
