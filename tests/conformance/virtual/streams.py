"""Standard output and error as lists of lines with their virtual times."""

import io
import re
import sys
import traceback
import warnings

from .scheduler import SCHEDULER


class Transcript:
    """The lines of both streams, in the order in which they were completed."""

    def __init__(self):
        self.lines = []
        self.streams = [Stream(self, "stdout"), Stream(self, "stderr")]

    def install(self):
        sys.stdout, sys.stderr = self.streams
        sys.__stdout__, sys.__stderr__ = self.streams
        sys.stdin = sys.__stdin__ = io.StringIO("")

    def append(self, time, stream, text):
        self.lines.append({"t": time / 1e9, "stream": stream, "text": without_library_places(text)})

    def finish(self):
        for stream in self.streams:
            stream.finish()
        return self.lines


class Stream(io.TextIOBase):
    """A line's time is that of its last character: its newline, if it has one."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self, transcript, name):
        self._transcript = transcript
        self.name = f"<{name}>"
        self._stream = name
        self._partial = ""
        self._time = 0

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        *whole, rest = (self._partial + text).split("\n")
        for line in whole:
            self._transcript.append(SCHEDULER.now, self._stream, line)
        self._partial = rest
        self._time = SCHEDULER.now
        return len(text)

    def finish(self):
        if self._partial:
            self._transcript.append(self._time, self._stream, self._partial)
            self._partial = ""


_LIBRARY_PLACE = re.compile(r"(?: created|, defined)? at [^\s<>]*/python3\.\d+/[^\s<>]+\.py:\d+")


def without_library_places(text):
    """Drops ` at PATH:LINE` where the path is inside the standard library."""
    return _LIBRARY_PLACE.sub("", text)


def only_frames_of(program):
    """Makes tracebacks show the frames of the program alone."""
    format_any = traceback.StackSummary.format_frame_summary

    def format_frame_summary(self, frame, **kwargs):
        return format_any(self, frame, **kwargs) if frame.filename == program else None

    traceback.StackSummary.format_frame_summary = format_frame_summary


class WarningPlaces:
    """Shows warnings that CPython locates inside the standard library as it shows those that
    belong to no code at all: `<sys>:0: RuntimeWarning: ...`."""

    def __init__(self, program):
        self._program = program
        self._format = warnings._formatwarnmsg_impl
        self.exiting = False
        warnings._formatwarnmsg_impl = self.format

    def format(self, message):
        if message.filename != self._program:
            message.filename, message.lineno, message.line = "<sys>", 0, ""
        if self.exiting:
            # The hint at tracemalloc needs modules that are gone by then.
            message.source = None
        return self._format(message)
