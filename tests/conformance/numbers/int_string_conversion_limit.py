# decimal texts of more than 4300 digits are refused; other bases are not
import sys

print(sys.get_int_max_str_digits())
print(len(str(10**4299)))
for f in (lambda: str(10**4300), lambda: int("1" * 4301), lambda: "%d" % 10**5000, lambda: f"{10**5000}"):
    try:
        f()
    except ValueError as e:
        print(e)
print(len(hex(10**5000)), len(f"{10**5000:x}"), int("1" + "0" * 5000, 16) == 16**5000)
sys.set_int_max_str_digits(10000)
print(len(str(10**5000)))
sys.set_int_max_str_digits(0)
print(len(str(10**20000)))
try:
    sys.set_int_max_str_digits(5)
except ValueError as e:
    print(e)
