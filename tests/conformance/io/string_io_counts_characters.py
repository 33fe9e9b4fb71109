import io

text = io.StringIO('a😀b\n€c')
print(text.read(2), text.tell(), repr(text.readline()), text.tell(), text.read())
text.seek(1)
print(text.write('xy'), text.getvalue(), text.truncate(4), text.getvalue())
text.seek(7)
text.write('z')
print(ascii(text.getvalue()), text.tell())
for newline in None, '', '\n', '\r', '\r\n':
    stream = io.StringIO('a\r\nb\rc\n', newline=newline)
    print(repr(newline), stream.readlines(), ascii(stream.getvalue()), stream.newlines)
decoder = io.IncrementalNewlineDecoder(None, translate=True)
print(repr(decoder.decode('a\r')), decoder.getstate(), repr(decoder.decode('\nb\r', final=True)), decoder.newlines)
