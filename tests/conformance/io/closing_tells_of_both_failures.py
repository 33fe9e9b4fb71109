# A buffered stream closes what is below even if it cannot write; what fails in both is chained.
import io


class Raw(io.RawIOBase):
    fails = ()
    closes = 0

    def writable(self):
        return True

    def write(self, data):
        if 'write' in self.fails:
            raise OSError('write')
        return len(data)

    def close(self):
        self.closes += 1
        if 'close' in self.fails:
            raise OSError('close')
        super().close()


for fails in [], ['write'], ['close'], ['write', 'close']:
    raw = Raw()
    stream = io.BufferedWriter(raw)
    stream.write(b'data')
    raw.fails = fails
    try:
        stream.close()
    except OSError as error:
        print(error, repr(error.__context__))
    print(fails, raw.closes)
    raw.fails = ()
