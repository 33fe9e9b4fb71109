import io

for encoding in 'utf-8', 'utf-16', 'utf-16-le', 'utf-8-sig', 'utf-7', 'cp1252', 'utf-32':
    content = 'aä\r\nb\rcé\n' + 'ü€'[encoding == 'cp1252':] + 'd\n' * 3
    file = io.TextIOWrapper(io.BytesIO(content.encode(encoding)), encoding=encoding)
    file._CHUNK_SIZE = 5
    whole = file.read()
    file.seek(0)
    places = []
    while True:
        places.append(file.tell())
        if not file.read(1):
            break
    for index, place in reversed(list(enumerate(places))):
        file.seek(place)
        assert file.read() == whole[index:], (encoding, index, place)
    print(encoding, ascii(whole), len(places), file.newlines)
