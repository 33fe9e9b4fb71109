# the exception has the fields to continue from

try:
    "ab\u20acc".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, ascii(e.object), e.start, e.end, e.reason)
    print(ascii(e.args))
    print(isinstance(e, ValueError), isinstance(e, UnicodeError))

try:
    b"ab\xffc".decode("utf-8")
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
    print(e.args)

try:
    "x\U0001f600\ud800".encode("utf-8")
except UnicodeEncodeError as e:
    print(e.start, e.end)
