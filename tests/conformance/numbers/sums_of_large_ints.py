# Sums whose carry runs through every word, changes of sign, and results that become small again.
for bits in (63, 64, 65, 95, 96, 97, 127, 128, 129, 191, 192, 193, 1000):
    ones = (1 << bits) - 1
    print(bits, ones + ones == (1 << bits + 1) - 2, hex(ones + 1), hex(ones + ones)[:12], (ones + 1) - ones, -ones + ones, ones + -(ones + 1), hex(-ones + -1))

a, b = 0, 1
for _ in range(3000):
    a, b = b, a + b
print(a % 10**20, a.bit_length())
down = b
while a > 0:
    a, down = down - a, a
print(a, down)

x = 0xffffffffffffffff0000000000000000ffffffffffffffff
y = 0x0000000000000001000000000000000000000000000000001
print(hex(x + y), hex(y + x), hex(x + 1), hex(x + (1 << 64)), hex(x + x + y))
total = 0
for i in range(200):
    total += 1 << i
    total = total + (-1) ** i * (1 << (i // 2))
print(total)
z = 10**25
z += 10**25
w = z
z += 1
print(z, w, z - w, -z + w)
