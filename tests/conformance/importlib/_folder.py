"""A new folder, removed at the end; and archives, made without the module zipfile."""
import contextlib
import os
import struct
import zlib


def _remove(path):
    for entry in os.scandir(path):
        if entry.is_dir():
            _remove(entry.path)
        else:
            os.unlink(entry.path)
    os.rmdir(path)


@contextlib.contextmanager
def folder():
    path = f"/tmp/pycoro-{os.getpid()}-{os.urandom(8).hex()}"
    os.mkdir(path)
    try:
        yield path
    finally:
        _remove(path)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def archive(path, members, before=b"", comment=b""):
    body, directory = before, b""
    for name, text in members.items():
        data = text.encode()
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(data) + packer.flush()
        name = name.encode()
        common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x5879, zlib.crc32(data), len(packed), len(data), len(name), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(body) - len(before)) + name
        body += b"PK\3\4" + common + name + packed
    end = struct.pack("<HHHHIIH", 0, 0, len(members), len(members), len(directory), len(body) - len(before), len(comment))
    with open(path, "wb") as file:
        file.write(body + directory + b"PK\5\6" + end + comment)
