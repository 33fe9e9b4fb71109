from collections import UserString

text = UserString("hé")
print(text.encode(), text.encode(None, None), text.encode("ascii", "replace"), text.encode(errors="ignore", encoding="ascii"))
try:
    text.encode(3)
except TypeError as error:
    print(error)
