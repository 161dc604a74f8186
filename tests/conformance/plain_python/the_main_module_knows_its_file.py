# __name__, __file__ and the other names that a script finds in its globals.
import os
import sys


def main():
    print(os.path.basename(__file__), os.path.splitext(os.path.basename(__file__))[1], sys.argv[0].endswith("file.py"))
    print(__name__, __doc__, __package__, __spec__, main.__module__)
    print("__file__" in globals(), "__name__" in dir(), sys.modules["__main__"].__file__ == __file__)


if __name__ == "__main__":
    main()
