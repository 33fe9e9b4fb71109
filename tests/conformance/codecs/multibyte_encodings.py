# East Asian encodings: characters there and back, malformed and incomplete input.
text = '\u6c49\u5b57\u4e9c\u30a2'
for name in 'gbk', 'cp936', 'gb2312', 'gb18030', 'big5', 'cp950', 'shift_jis', 'cp932', 'euc-jp':
    data = text.encode(name, 'replace')
    print(name, data, ascii(data.decode(name)))
for name in 'euc_kr', 'cp949', 'johab':
    data = '\uac00\ub098\u6f22'.encode(name, 'replace')
    print(name, data, ascii(data.decode(name)))
print('\U0001f40d\u20ac'.encode('gb18030'), '\u4e02'.encode('euc_jp'))
for data in b'a\xff', b'a\x81', b'\xb0\xa1\x81 ':
    for name in 'gbk', 'gb18030', 'euc_jp':
        try:
            print(data.decode(name))
        except UnicodeDecodeError as error:
            print(error)
try:
    'a\u0e01\u0e02'.encode('big5')
except UnicodeEncodeError as error:
    print(error)
