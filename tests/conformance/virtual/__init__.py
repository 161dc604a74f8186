"""A virtual machine room for CPython: clock, threads, event loop and streams without wall time.

Importing this package puts the whole interpreter onto the virtual clock. Import it before any
module that keeps a function of `time` or `threading` for itself.
"""

import os
import sys
import time

os.environ["TZ"] = "UTC"
time.tzset()

from . import clock  # noqa: E402

clock.install()

from . import threads  # noqa: E402

threads.install()

from . import loop  # noqa: E402

loop.install()
clock.install_in_logging()
