# The handler that writes names; characters without one get their number.
print('\xe9\u20ac\U0001f40d\uac00\u4e00'.encode('ascii', 'namereplace'))
print('\x80\ue000\ud800'.encode('ascii', 'namereplace'))
print('a\u3042'.encode('cp437', 'namereplace'))
