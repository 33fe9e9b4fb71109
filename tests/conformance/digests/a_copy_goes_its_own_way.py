import _sha512

one = _sha512.sha512(b"common")
two = one.copy()
one.update(b"one")
two.update(b"two")
print(one.hexdigest() == _sha512.sha512(b"commonone").hexdigest())
print(two.hexdigest() == _sha512.sha512(b"commontwo").hexdigest())
print(one.digest() == one.digest(), one.name, one.block_size, one.digest_size)
