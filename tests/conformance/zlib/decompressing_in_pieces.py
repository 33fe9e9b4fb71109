import zlib

# Made by CPython's zlib: a block with codes of its own, one with the fixed codes, an empty stored one after each.
packed = bytes.fromhex(
    "78dad48c4516c2301400aff271777787e2ee1aa82209d01487b3d35bf058cd9bc50ca3f0fc0161d810969381f0205115570c47745755750c082877a3"
    "4045444192614fb0001c268a204681f9710f1aad4e6f309acc16abcdee70badc1eafcf1f0886c291682c9e48a6d2996c2e5f28969872a55aab379aad"
    "76a7dbeb0f86a3f1643a9b2f962bb4deb01c2f88d276b73f60723c9d65aa5caeb7fbe3f97a7ffe7bff050000ffff4a4c4a06000000ffff2b49cccc01"
    "0012ba9e65")
data = b"Huffman codes of its own pay off in a text that is long enough: " * 3 + bytes(range(32, 127)) * 3 + b"abctail"
for step in (1, 2, 3, 10, 1000):
    d = zlib.decompressobj()
    whole = b"".join(d.decompress((packed + b"rest")[i:i + step]) for i in range(0, len(packed) + 4, step))
    print(step, whole == data, d.eof, d.unused_data, d.unconsumed_tail)
d = zlib.decompressobj()
whole, left = b"", packed
while not d.eof:
    whole += d.decompress(left, 7)
    left = d.unconsumed_tail
print(whole == data, left)
d = zlib.decompressobj()
first = d.decompress(packed, 50)
twin = d.copy()
print(len(first), first + d.flush() == data, first + twin.decompress(twin.unconsumed_tail) == data, d.eof, twin.eof)
