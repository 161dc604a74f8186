"""Writes the public names of each module of CPython 3.13 that programs here can import, a module a line.

    python3.13 record.py MODULE... > names.txt
"""

import importlib
import sys
import types

for path in sys.argv[1:]:
    module = importlib.import_module(path)
    plain = (
        name
        for name in dir(module)
        if not name.startswith("_") and not isinstance(getattr(module, name), types.ModuleType)
    )
    # Constants in capitals are left out: a table of what is lacking would be long for nothing.
    names = (name for name in set(getattr(module, "__all__", None) or plain) if not name.isupper())
    print(f"{path}:", *sorted(names))
