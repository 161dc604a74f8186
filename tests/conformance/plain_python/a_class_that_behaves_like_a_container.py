# __len__, __getitem__ with slices, __setitem__, __delitem__, __contains__, __iter__, __reversed__.
class Playlist:
    def __init__(self, *songs):
        self._songs = list(songs)

    def __len__(self):
        return len(self._songs)

    def __getitem__(self, key):
        if isinstance(key, slice):
            print("slice", key.start, key.stop, key.step, key.indices(len(self)))
            return Playlist(*self._songs[key])
        if isinstance(key, tuple):
            return [self._songs[k] for k in key]
        return self._songs[key]

    def __setitem__(self, key, value):
        self._songs[key] = value

    def __delitem__(self, key):
        del self._songs[key]

    def __contains__(self, song):
        return any(s.lower() == song.lower() for s in self._songs)

    def __reversed__(self):
        return ("~" + s for s in reversed(self._songs))

    def __repr__(self):
        return f"Playlist{tuple(self._songs)!r}"


class Countdown:
    """Iterable by the old protocol: only __getitem__."""

    def __getitem__(self, i):
        if i > 3:
            raise IndexError(i)
        return 3 - i


p = Playlist("Yesterday", "Help!", "Girl")
print(len(p), p[0], p[-1], p[1:], p[::-1], p[0, 2])
p[1] = "Michelle"
del p[0]
print(p, "girl" in p, "Help!" in p, list(reversed(p)), [s for s in p], bool(p), bool(Playlist()))
print(list(Countdown()), 2 in Countdown(), 7 in Countdown(), max(Countdown()))
first, *rest = Countdown()
print(first, rest)
for bad in (lambda: p[9], lambda: p["x"], lambda: len(Countdown()), lambda: reversed(Countdown()), lambda: Countdown()["a"]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class BadLen:
    def __len__(self):
        return -1


try:
    len(BadLen())
except ValueError as e:
    print(e)
