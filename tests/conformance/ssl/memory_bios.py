import ssl

bio = ssl.MemoryBIO()
print(bio.write(b'abcdef'), bio.pending, bio.eof, bio.read(2), bio.read(-1), bio.read(), bio.eof)
bio.write(bytearray(b'x'))
bio.write_eof()
print(bio.eof, bio.read(), bio.eof)
for value in b'late', 'text':
    try:
        bio.write(value)
    except Exception as error:
        print(type(error).__name__, error)
