"""Records in errors.txt what CPython 3.13 says about each source there: run it with that interpreter.

Each case is a source, a line `=> exception line:column carets message`, and a line `---`.
"""

import pathlib
import sys
import warnings

assert sys.version_info[:2] == (3, 13), "the table is that of CPython 3.13"
path = pathlib.Path(__file__).with_name("errors.txt")
lines = []
for case in path.read_text().split("---\n"):
    if not case:
        continue
    source = case.split("\n=> ")[0].rstrip("\n") + "\n"
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            compile(source, "case.py", "exec")
        found = [f"SyntaxWarning {warning.lineno} {warning.message}" for warning in caught]
        verdict = "; ".join(found) or "ok"
    except SyntaxError as error:
        # How many carets a traceback shows; several lines are "+".
        end = error.offset + 1 if error.end_offset in (None, 0, -1, error.offset) else error.end_offset
        carets = end - error.offset if error.end_lineno in (None, error.lineno) else "+"
        verdict = f"{type(error).__name__} {error.lineno}:{error.offset} {carets} {error.msg}"
    lines.append(f"{source}=> {verdict}\n---\n")
path.write_text("".join(lines))
