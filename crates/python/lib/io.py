"""Streams in memory."""

import sys
from abc import ABC

__all__ = [
    "IOBase", "TextIOBase", "RawIOBase", "BufferedIOBase", "StringIO", "BytesIO", "TextIOWrapper",
    "UnsupportedOperation",
]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase(ABC):
    closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(f"{self.__class__.__name__}.{name}() not supported")

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        self.closed = True

    def flush(self):
        self._check_open()

    def readable(self):
        return False

    writable = seekable = isatty = readable

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None


TextIOWrapper = type(sys.__stdout__)
TextIOBase.register(TextIOWrapper)


class _Memory:
    """What StringIO and BytesIO share: a value and a position in it."""

    def read(self, size=-1, /):
        self._check_open()
        value = self._get()
        start = min(self._position, len(value))
        end = len(value) if size is None or size < 0 else min(start + size, len(value))
        self._position = max(end, self._position)
        return value[start:end]

    def readline(self, size=-1, /):
        self._check_open()
        value = self._get()
        start = min(self._position, len(value))
        end = value.find(self._newline, start) + 1 or len(value)
        if size is not None and 0 <= size < end - start:
            end = start + size
        self._position = end
        return value[start:end]

    def tell(self):
        self._check_open()
        return self._position

    def getvalue(self):
        self._check_open()
        return self._get()

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def isatty(self):
        self._check_open()
        return False

    def _put(self, data):
        if not data:
            return
        parts, position = self._parts, self._position
        if position == self._size:
            # The usual case, writing at the end, only collects the pieces.
            parts.append(data)
            self._position = self._size = position + len(data)
            return
        value = self._get()
        if position > len(value):
            value += self._padding * (position - len(value))
        value = value[:position] + data + value[position + len(data):]
        self._parts = [value]
        self._size = len(value)
        self._position = position + len(data)

    def _get(self):
        parts = self._parts
        if len(parts) != 1:
            parts[:] = [self._empty.join(parts)]
        return parts[0]

    def truncate(self, size=None, /):
        self._check_open()
        size = self._position if size is None else size
        if size < 0:
            raise ValueError(f"{'N' if isinstance(self, StringIO) else 'n'}egative size value {size}")
        self._parts = [self._get()[:size]]
        self._size = len(self._parts[0])
        return size


class StringIO(_Memory, TextIOBase):
    _empty, _newline, _padding = "", "\n", "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._translate = newline
        self._parts, self._size, self._position = [], 0, 0
        if initial_value:
            self.write(initial_value)
        self._position = 0

    def write(self, s, /):
        self._check_open()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        data = s
        if self._translate is None:
            data = s.replace("\r\n", "\n").replace("\r", "\n")
        elif self._translate == "\r\n" or self._translate == "\r":
            data = s.replace("\n", self._translate)
        self._put(data)
        return len(s)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._position = (pos, self._position, self._size)[whence]
        return self._position


class BytesIO(_Memory, BufferedIOBase):
    _empty, _newline, _padding = b"", b"\n", b"\0"

    def __init__(self, initial_bytes=b""):
        self._parts, self._position = [bytes(initial_bytes or b"")], 0
        self._size = len(self._parts[0])

    def write(self, b, /):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(b)
        self._put(data)
        return len(data)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        self._position = max(0, (0, self._position, self._size)[whence] + pos)
        return self._position

    read1 = _Memory.read

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def getbuffer(self):
        return memoryview(self.getvalue())
