import struct
def t(f,*a):
    try: print(f.__name__,a[:3],f(*a))
    except Exception as e: print(f.__name__,a[:3],type(e).__module__,type(e).__name__,e)
for a in [('b',200),('B',-1),('h',40000),('H',-1),('i',2**31),('I',-1),('I',2**32),('l',2**63),('L',-1),('q',2**63),('Q',-1),('<i',2**31),('<I',-1),('<q',2**63),('<Q',-1),('<l',2**31),('<h',99999),('<H',99999),('<b',200),('n',2**63),('N',-1),('P',-1),('b','a'),('b',1.5),('f','x'),('d',None),('c','a'),('c',b'ab'),('s','a'),('p',1),('e',1e10),('f',1e300),('e','a'),('?',[]),('3s',b'abcdef'),('3p',b'abcdef'),('0s',b'a'),('xx',),('bb',1),('b',1,2),('z',1),('3',1),('<n',1),('b'*2,1,2),(b'b',1),(5,1),('@bi',1,2),('=bi',1,2),('!H',258),('bxi 2h',1,2,3,4)]: t(struct.pack,*a)
t(struct.unpack,'i',b'abc'); t(struct.unpack_from,'i',b'abc'); t(struct.unpack_from,'i',b'abcdefg',5); t(struct.unpack_from,'i',b'abcdefg',-8); t(struct.unpack_from,'i',b'abcdefg',-3);t(struct.unpack_from,'<i',b'abcdefg',-4)
t(struct.pack_into,'i',bytearray(3),0,1);t(struct.pack_into,'i',bytearray(3),-5,1);t(struct.pack_into,'i',bytearray(8),-2,1);t(struct.pack_into,'i',b'abcd',0,1);t(struct.pack_into,'i')
b=bytearray(6);struct.pack_into('<h',b,2,-2);print(b)
t(lambda: list(struct.iter_unpack('<h',b'abcde')));print(list(struct.iter_unpack('<h',b'abcd')))
for f in 'xcbB?hHiIlLqQnNefdspP': print(f,struct.calcsize(f),end=' ')
print(struct.calcsize('bi'),struct.calcsize('<bi'),struct.calcsize('bq0i'), struct.calcsize('hb0q'))
s=struct.Struct('<hb'); print(s.format,s.size,s.pack(1,2),s.unpack(b'abc'),s.unpack_from(b"xabc",1))
print(struct.unpack('<3s4p?cefd2B',struct.pack('<3s4p?cefd2B',b'ab',b'xy',3,b'c',1.5,2.5,3.5,1,2)), struct.unpack('>Qq',b'\xff'*16), struct.unpack('nNP',b'\xff'*24))
