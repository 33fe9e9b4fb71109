"""Byte order marks, and the coders of encodings that begin with one."""

import _codecs

from . import _streams
from ._coders import BufferedIncrementalDecoder, IncrementalEncoder

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM64_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = BOM64_BE = b'\0\0\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE


class _Signed:
    """An encoding of which only the first characters are preceded by a mark, which says how the others are coded."""

    def __init__(self, name, marks, undecided):
        self.name = name
        self.marks = marks
        self.width = len(next(iter(marks)))
        self.codecs = list(marks.values())
        self.undecided = undecided

    def decode_start(self, input, errors, final):
        """The text, how much of the input was used, and the codec that goes on; None while that is not known."""
        head = bytes(input[:self.width])
        if len(head) < self.width and not final and any(mark.startswith(head) or self.width != 3 for mark in self.marks):
            return '', 0, None
        codec = self.marks.get(head)
        if codec is None:
            if not head:
                return '', 0, None
            if len(head) == self.width and self.width != 3:
                raise UnicodeError(f'{self.name.upper()} stream does not start with BOM')
            codec = self.codecs[0]
            text, used = _codecs._native_decode(self.name if self.width != 3 else codec, input, errors, final)
            return text, used, codec
        text, used = _codecs._native_decode(codec, input[self.width:], errors, final)
        return text, used + self.width, codec


_signed = {
    'utf-16': _Signed('utf-16', {BOM_UTF16_LE: 'utf-16-le', BOM_UTF16_BE: 'utf-16-be'}, 2),
    'utf-32': _Signed('utf-32', {BOM_UTF32_LE: 'utf-32-le', BOM_UTF32_BE: 'utf-32-be'}, 2),
    'utf-8-sig': _Signed('utf-8-sig', {BOM_UTF8: 'utf-8'}, 1),
}


def _signed_classes(name):
    """Reader, writer, incremental encoder and decoder of an encoding with a mark."""
    signed = _signed[name]

    class Encoder(IncrementalEncoder):
        _codec = name

        def encode(self, input, final=False):
            result = _codecs._native_encode(self._codec, input, self.errors)[0]
            self._codec = signed.codecs[0]
            return result

        def reset(self):
            self._codec = name

        def getstate(self):
            return signed.undecided if self._codec == name else 0

        def setstate(self, state):
            self._codec = signed.codecs[0] if state == 0 else name

    class Decoder(BufferedIncrementalDecoder):
        _codec = None

        def _buffer_decode(self, input, errors, final):
            if self._codec is not None:
                return _codecs._native_decode(self._codec, input, errors, final)
            text, used, self._codec = signed.decode_start(input, errors, final)
            return text, used

        def reset(self):
            super().reset()
            self._codec = None

        def getstate(self):
            number = signed.undecided if self._codec is None else signed.codecs.index(self._codec)
            return self.buffer, number

        def setstate(self, state):
            super().setstate(state)
            self._codec = None if state[1] == signed.undecided else signed.codecs[state[1]]

    class StreamWriter(_streams.StreamWriter):
        _codec = name

        def encode(self, input, errors='strict'):
            result = _codecs._native_encode(self._codec, input, errors)
            self._codec = signed.codecs[0]
            return result

        def reset(self):
            self._codec = name

    class StreamReader(_streams.StreamReader):
        _codec = None

        def decode(self, input, errors='strict'):
            if self._codec is not None:
                return _codecs._native_decode(self._codec, input, errors, False)
            text, used, self._codec = signed.decode_start(input, errors, False)
            return text, used

        def reset(self):
            super().reset()
            self._codec = None

    return StreamReader, StreamWriter, Encoder, Decoder
