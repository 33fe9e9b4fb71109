import sys
print(sys.stdout.encoding, sys.stdout.writable(), sys.stdin.readable(), sys.stderr.errors, sys.stdout.write("abc\n"))
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.writelines(["x", "y\n"])
sys.stdout.flush()
try:
    sys.stdout.write(5)
except TypeError as error:
    print(error)
