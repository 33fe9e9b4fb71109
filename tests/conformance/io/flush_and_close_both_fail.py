# close() closes even when flush() fails; what fails later has the first as its context.
import io


class Raw(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        raise OSError('write')

    def close(self):
        super().close()
        raise ValueError('close')


for stream in io.BufferedWriter(Raw()), io.TextIOWrapper(io.BufferedWriter(Raw())):
    stream.write(b'x' if isinstance(stream, io.BufferedWriter) else 'x')
    try:
        stream.close()
    except Exception as error:
        while error:
            print(type(error).__name__, error, end=' <- ')
            error = error.__context__
    print(stream.closed)
    try:
        stream.detach()
    except ValueError as error:
        print(error)
