"""Streams of text over streams of bytes."""

import builtins

from ._coders import Codec


class _Wrapper:
    """What it has not itself, the stream below has."""

    def __getattr__(self, name):
        if name == 'stream':
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self._moved(to_start=whence == 0 and offset == 0)

    def __reduce_ex__(self, protocol):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamWriter(_Wrapper, Codec):
    """Encodes what is written to a stream of bytes."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def _moved(self, to_start):
        if to_start:
            self.reset()


class StreamReader(_Wrapper, Codec):
    """Decodes what is read from a stream of bytes."""

    charbuffertype = str
    _first_line_bytes, _most_line_bytes = 72, 8192

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b''
        self.charbuffer = self.charbuffertype()

    def _fill(self, size=-1, firstline=False):
        """Decodes more of the stream into charbuffer; False when the stream has no more."""
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        if data:
            try:
                text, used = self.decode(data, self.errors)
            except UnicodeDecodeError as error:
                # What follows the first line may wait for its error until somebody reads it.
                if not firstline:
                    raise
                text, used = self.decode(data[:error.start], self.errors)
                if len(text.splitlines()) <= 1:
                    raise
            self.bytebuffer = data[used:]
            # Not every codec makes str: those between bytes and bytes are read by this class too.
            self.charbuffer = self.charbuffer + text if self.charbuffer else text
        return bool(new)

    def _take(self, count):
        taken, self.charbuffer = self.charbuffer[:count], self.charbuffer[count:]
        return taken

    def read(self, size=-1, chars=-1, firstline=False):
        """Reads about size bytes, at the most chars characters; everything when neither is given."""
        wanted = chars if chars >= 0 else size
        if wanted < 0:
            self._fill(-1, firstline)
            return self._take_all()
        while len(self.charbuffer) < wanted and self._fill(size, firstline):
            pass
        return self._take(wanted)

    def _take_all(self):
        taken, self.charbuffer = self.charbuffer, self.charbuffertype()
        return taken

    def readline(self, size=None, keepends=True):
        """Reads a line; size is how many bytes to ask the stream for at once."""
        asked = size or self._first_line_bytes
        while True:
            lines = self.charbuffer.splitlines(True)
            # A return at the end of the buffer may be half of a line end.
            if len(lines) > 1 or lines and lines[0][-1:] not in (b'\r', '\r') and lines[0].splitlines() != lines:
                break
            if not self._fill(asked, True):
                lines = self.charbuffer.splitlines(True)
                break
            if asked < self._most_line_bytes:
                asked *= 2
        if not lines:
            return self._take_all()
        line = self._take(len(lines[0]))
        return line if keepends else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer = b''
        self.charbuffer = self.charbuffertype()

    def _moved(self, to_start):
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration


class _ReaderWriter(_Wrapper):
    """A reader and a writer over one stream."""

    def __init__(self, stream, Reader, Writer, errors):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def __iter__(self):
        return self

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def _moved(self, to_start):
        # The buffers are of the old place; the writer begins anew only at the start.
        self.reader.reset()
        if to_start:
            self.writer.reset()


class StreamReaderWriter(_ReaderWriter):
    """Reads and writes text through a reader and a writer of an encoding."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        super().__init__(stream, Reader, Writer, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)


class StreamRecoder(_ReaderWriter):
    """Bytes in one encoding for its user, which the stream has in another."""

    data_encoding = 'unknown'
    file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        super().__init__(stream, Reader, Writer, errors)
        self.encode = encode
        self.decode = decode

    def _encoded(self, text):
        return self.encode(text, self.errors)[0]

    def _decoded(self, data):
        return self.decode(data, self.errors)[0]

    def read(self, size=-1):
        return self._encoded(self.reader.read(size))

    def readline(self, size=None):
        return self._encoded(self.reader.readline() if size is None else self.reader.readline(size))

    def readlines(self, sizehint=None):
        return self._encoded(self.reader.read()).splitlines(keepends=True)

    def __next__(self):
        return self._encoded(next(self.reader))

    def write(self, data):
        return self.writer.write(self._decoded(data))

    def writelines(self, list):
        return self.writer.write(self._decoded(b''.join(list)))


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Open an encoded file using the given mode and return a wrapped version providing transparent
    encoding/decoding."""
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    file = builtins.open(filename, mode if 'b' in mode else mode + 'b', buffering)
    try:
        from ._registry import lookup
        known = lookup(encoding)
        wrapped = StreamReaderWriter(file, known.streamreader, known.streamwriter, errors)
        wrapped.encoding = encoding
        return wrapped
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """Return a StreamRecoder instance, a wrapped version of file which provides transparent transcoding."""
    from ._registry import lookup
    file_encoding = file_encoding or data_encoding
    data_info, file_info = lookup(data_encoding), lookup(file_encoding)
    recoder = StreamRecoder(
        file, data_info.encode, data_info.decode, file_info.streamreader, file_info.streamwriter, errors)
    recoder.data_encoding = data_encoding
    recoder.file_encoding = file_encoding
    return recoder
