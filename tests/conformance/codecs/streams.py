# Readers give no more characters than asked for, and lines; what is left stays for the next call.
import codecs
import io

data = 'one\r\ntwo\rthree\u2028\xe9nd'.encode('utf-8')
reader = codecs.getreader('utf-8')(io.BytesIO(data))
print([reader.read(2), reader.read(size=40, chars=3), reader.readline(), reader.readline(keepends=False), reader.read()])
print(list(codecs.getreader('utf-8')(io.BytesIO(data))))
raw = io.BytesIO()
recoder = codecs.EncodedFile(raw, 'utf-8', 'latin-1')
recoder.write('\xe9\xe8'.encode('utf-8'))
recoder.seek(0)
print(raw.getvalue(), recoder.read())
try:
    codecs.decode(b'x', 'hex')
except ValueError as error:
    print(type(error.__cause__).__name__)
