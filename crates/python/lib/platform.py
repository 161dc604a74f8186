"""What the program runs on: what `sys` says, as a platform that has no hardware of its own."""

import sys


def system():
    return sys.platform.capitalize()


def python_version():
    return ".".join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(python_version().split("."))


def python_implementation():
    return "CPython"


def platform(aliased=False, terse=False):
    return system()


def _nothing():
    return ""


machine = node = processor = release = version = _nothing
