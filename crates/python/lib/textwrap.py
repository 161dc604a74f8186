"""Wrapping and indenting text."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_WHITESPACE = "\t\n\x0b\x0c\r "
_TO_SPACES = {ord(char): " " for char in _WHITESPACE}
_WORD_PUNCTUATION = "!\"'&.,?_"


def _is_word(char):
    return char.isalnum() or char == "_"


def _is_letter(char):
    return char != "" and (char.isalpha() or char == "_")


def _dash_run(text, i):
    """Whether `--` that joins two words begins at i."""
    if not text.startswith("--", i) or i == 0:
        return False
    if not (text[i - 1].isalnum() or text[i - 1] in _WORD_PUNCTUATION):
        return False
    end = i
    while text[end:end + 1] == "-":
        end += 1
    return end < len(text) and _is_word(text[end])


def _may_break_after(text, j):
    """Whether the hyphen at j stands inside a compound word."""
    before = _is_letter(text[j - 1:j]) and j >= 2 and (
        _is_letter(text[j - 2]) or j >= 3 and text[j - 2] == "-" and _is_letter(text[j - 3])
    )
    if not before or not _is_letter(text[j + 1:j + 2]):
        return False
    return _is_letter(text[j + 2:j + 3]) or text[j + 2:j + 3] == "-" and _is_letter(text[j + 3:j + 4])


def _chunks(text, on_hyphens):
    """Splits into words (or their parts) and runs of whitespace."""
    i = 0
    while i < len(text):
        j = i + 1
        if text[i] in _WHITESPACE:
            while j < len(text) and text[j] in _WHITESPACE:
                j += 1
        elif on_hyphens and _dash_run(text, i):
            while text[j:j + 1] == "-":
                j += 1
        else:
            while j < len(text) and text[j] not in _WHITESPACE:
                if on_hyphens:
                    if text[j] == "-" and _may_break_after(text, j):
                        j += 1
                        break
                    if _dash_run(text, j):
                        break
                j += 1
        yield text[i:j]
        i = j


class TextWrapper:
    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
        max_lines=None, placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_TO_SPACES)
        chunks = list(_chunks(text, self.break_on_hyphens))
        if self.fix_sentence_endings:
            _fix_endings(chunks)
        return self._lines(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))

    def _lines(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            margin = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            margin = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(margin)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            done = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or done and length <= width:
                lines.append(margin + "".join(line))
                continue
            self._truncate(lines, line, length, width, margin)
            break
        return lines

    def _long_word(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        chunk = chunks[-1]
        end = space
        if self.break_on_hyphens and len(chunk) > space:
            hyphen = chunk.rfind("-", 0, space)
            if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def _truncate(self, lines, line, length, width, margin):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(margin + "".join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(margin + self.placeholder.lstrip())


def _fix_endings(chunks):
    for i in range(len(chunks) - 1):
        if chunks[i + 1] == " ":
            word = chunks[i].rstrip("\"'")
            if word[-1:] in (".", "!", "?") and word[-2:-1].islower():
                chunks[i + 1] = "  "


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            common = 0
            while common < min(len(margin), len(indent)) and margin[common] == indent[common]:
                common += 1
            margin = margin[:common]
    size = len(margin or "")
    return "\n".join([line[size:] for line in lines])


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
