import _md5,_sha1,_sha256,_sha512,_sha3,_blake2
fs=[_md5.md5,_sha1.sha1,_sha256.sha224,_sha256.sha256,_sha512.sha384,_sha512.sha512,_sha3.sha3_224,_sha3.sha3_256,_sha3.sha3_384,_sha3.sha3_512,_blake2.blake2b,_blake2.blake2s]
for f in fs:
    acc=f()
    for n in list(range(0,300))+[1000,5000]:
        d=bytes(i*7%256 for i in range(n))
        acc.update(f(d).digest())
        acc.update(d)
    print(f.__name__,acc.hexdigest())
for f in (_sha3.shake_128,_sha3.shake_256):
    print(f(b"x"*500).hexdigest(700))
b=_blake2.blake2b
print(b(b'abc',digest_size=20,key=b'k',salt=b's',person=b'p',fanout=3,depth=4,leaf_size=77,node_offset=2**63,node_depth=3,inner_size=9,last_node=True).hexdigest())
b=_blake2.blake2s
print(b(b'abc',digest_size=20,key=b'k',salt=b's',person=b'p',fanout=3,depth=4,leaf_size=77,node_offset=2**43,node_depth=3,inner_size=9,last_node=True).hexdigest())
