"""Writes the public names of modules and classes of CPython 3.13 that programs here can import, those of one a line.

    python3.13 record.py PATH... > names.txt
"""

import importlib
import sys
import types


def find(path):
    try:
        return importlib.import_module(path)
    except ModuleNotFoundError:
        module, name = path.rsplit(".", 1)
        return getattr(importlib.import_module(module), name)


for path in sys.argv[1:]:
    module = find(path)
    plain = (
        name
        for name in dir(module)
        if not name.startswith("_") and not isinstance(getattr(module, name), types.ModuleType)
    )
    # Constants in capitals are left out: a table of what is lacking would be long for nothing.
    names = (name for name in set(getattr(module, "__all__", None) or plain) if not name.isupper())
    print(f"{path}:", *sorted(names))
