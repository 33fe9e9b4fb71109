# Sums, products, quotients, texts and powers of ints around the sizes where the way of computing changes.
import sys

sys.set_int_max_str_digits(0)
sizes = [1, 31, 32, 33, 62, 63, 64, 65, 95, 96, 97, 127, 128, 129, 500, 2100]
numbers = [sign * (2**n + d) for n in sizes for d in (-1, 0, 1) for sign in (1, -1)]
wrong = 0
for a in numbers:
    for b in numbers:
        total = a + b
        wrong += total - b != a or total - a != b or (total > a) != (b > 0)
        product = a * b
        wrong += product // b != a or product % b != 0 or product + a != a * (b + 1)
        quotient, rest = divmod(a, b)
        wrong += quotient * b + rest != a or (rest != 0 and (rest < 0) != (b < 0)) or abs(rest) >= abs(b)
        wrong += (a & b) + (a | b) != total or (a ^ b) != (a | b) - (a & b)
print(wrong)
for k in (17, 18, 19, 300, 301, 1535, 1536, 2048, 2049, 5000):
    for number, text in ((10**k, "1" + "0" * k), (10**k - 1, "9" * k), (-(10**k) - 1, "-1" + "0" * (k - 1) + "1")):
        wrong += str(number) != text or int(text) != number
    for base, make in ((2, bin), (8, oct), (16, hex)):
        wrong += int(make(10**k), base) != 10**k
print(wrong)
modulus = 2**255 - 19
print(pow(2, modulus - 1, modulus), pow(3, modulus - 2, modulus) * 3 % modulus, pow(7, 2**200 + 1, 2**127 - 1), pow(-5, 1001, 2**130 + 1))
print(pow(2, 10**20, 2**64 - 59), pow(12345, 2**100, -(2**96 + 7)), pow(3, -1, 2**89 - 1) * 3 % (2**89 - 1))
