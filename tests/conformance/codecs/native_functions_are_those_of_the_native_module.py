import codecs
import _codecs

for name in ("encode", "decode", "lookup", "register_error", "utf_8_encode", "charmap_build"):
    print(name, getattr(codecs, name).__module__, getattr(_codecs, name) is getattr(codecs, name))
print(codecs.getencoder.__module__)
