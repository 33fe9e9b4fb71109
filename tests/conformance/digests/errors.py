# What the constructors refuse, and how they say it.
import _blake2
import _md5
import _sha3


def attempt(make):
    try:
        print(make())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


attempt(lambda: _md5.md5("text"))
attempt(lambda: _md5.md5(1))
attempt(lambda: _md5.md5(b"", b""))
attempt(lambda: _md5.md5(other=b""))
attempt(lambda: type(_md5.md5())())
attempt(lambda: _sha3.shake_128().digest(-1))
attempt(lambda: _sha3.shake_128().digest(2**29))
for parameters in [
    dict(digest_size=65), dict(key=b"k" * 65), dict(salt=b"s" * 17), dict(person=b"p" * 17), dict(fanout=256),
    dict(depth=0), dict(leaf_size=2**32), dict(node_offset=2**64), dict(node_depth=256), dict(inner_size=65),
]:
    attempt(lambda: _blake2.blake2b(**parameters))
