// Lengths and positions beyond 2**32: the page's engine counts what is in memory in 32 bits, and Python does not.

import assert from "node:assert/strict";
import { onPage, output, runToEnd, shareBrowser } from "./browser.mjs";

shareBrowser();

const PROGRAM = String.raw`import asyncio
import itertools
import random
from collections import deque


def told(what):
    try:
        print(what())
    except (MemoryError, OverflowError, IndexError, ValueError) as error:
        print(type(error).__name__, *error.args)


n = 2**40
x = [1, 2, 3]
told(lambda: (len(range(n)), len(range(2**62)), len(range(-n, n, 3))))
told(lambda: len(range(2**63)))
told(lambda: range(n)[2**35 : 2**36 : 3])
told(lambda: (len(range(n)[2**35 : 2**36 : 3]), range(n)[-1], range(n).index(2**39)))
told(lambda: (x[2**33 :], x[: 2**33], x[-n:n], x[:: 2**33], x[:: -(2**33)], x[2 ** 32 + 1 :]))
told(lambda: x[2**32])
told(lambda: x[-(2**32)])
told(lambda: ("abc"[-n:n], "abc"[2**33 :], "abc"[:: 2**33], b"abc"[: 2**32 + 1], (1, 2)[: 2**32]))
told(lambda: "abc"[2**32])
told(lambda: "a" * 2**33)
told(lambda: x * 2**33)
told(lambda: (1,) * (2**32 + 1))
told(lambda: b"ab" * 2**32)
told(lambda: ("" * 2**33, [] * 2**33, x * -(2**33)))
told(lambda: bytes(2**33))
told(lambda: bytearray(2**32))
told(lambda: "a".center(2**33))
told(lambda: "a".zfill(2**32 + 1))
told(lambda: ("abc".find("c", 2**32), "abc".find("c", -(2**33), 2**33), "aaa".replace("a", "b", 2**32)))
told(lambda: ("a b c".split(" ", 2**32), "a b c".rsplit(" ", 2**33 + 1), "abc".startswith("a", 2**32)))
told(lambda: list(itertools.islice(x, 2**33)))
told(lambda: list(itertools.islice(itertools.repeat("a", 2**33), 2)))
told(lambda: list(zip(x, itertools.count(2**33), range(2**33))))
told(lambda: list(enumerate(x, 2**33)))
told(lambda: (random.seed(1), random.randrange(2**50), random.randint(2**33, 2**34)))
told(lambda: ((1 << 40).bit_length(), 1 << 33 >> 32, (2**40) // 2**33, hash(2**40), (5).to_bytes(9, "big")))
told(lambda: 1 >> 2**33)
told(lambda: (1).to_bytes(2**33, "big"))
told(lambda: deque(x, maxlen=2**33))
told(lambda: (d := deque(x), d.rotate(2**33), d.insert(2**33, 4), d.insert(-(2**33), 0), d)[-1])
told(lambda: (y := x[:], y.insert(2**33, 4), y.insert(-(2**33), 0), y)[-1])
told(lambda: x.index(3, -(2**33), 2**33))
told(lambda: x.pop(2**32))
told(lambda: (round(1.5, 2**33), slice(2**33).indices(2**34)))
told(lambda: "{:{}}".format("a", 2**33))
told(lambda: "%*d" % (2**33, 1))
told(lambda: "{0:.{1}}".format("abc", 2**31 - 1))
told(lambda: int.from_bytes((2**40).to_bytes(6, "little"), "little"))


async def main():
    queue = asyncio.Queue(2**33)
    await queue.put(1)
    semaphore = asyncio.Semaphore(2**33)
    async with semaphore:
        print(queue, semaphore.locked())
    loop = asyncio.get_running_loop()
    print(loop.time() < loop.call_later(2**33, print).when())
    print(asyncio.current_task().get_stack(limit=2**33) != [])


asyncio.run(main())
`;

/** What CPython 3.13 prints, where MemoryError stands for more memory than there is. */
const PRINTED = String.raw`(1099511627776, 4611686018427387904, 733007751851)
OverflowError Python int too large to convert to C ssize_t
range(34359738368, 68719476736, 3)
(11453246123, 1099511627775, 549755813888)
([], [1, 2, 3], [1, 2, 3], [1], [3], [])
IndexError list index out of range
IndexError list index out of range
('abc', '', 'a', b'abc', (1, 2))
IndexError string index out of range
MemoryError
MemoryError
MemoryError
MemoryError
('', [], [])
MemoryError
MemoryError
MemoryError
MemoryError
(-1, 2, 'bbb')
(['a', 'b', 'c'], ['a', 'b', 'c'], False)
[1, 2, 3]
['a', 'a']
[(1, 8589934592, 0), (2, 8589934593, 1), (3, 8589934594, 2)]
[(8589934592, 1), (8589934593, 2), (8589934594, 3)]
(None, 142106568342468, 9685447740)
(41, 2, 128, 1099511627776, b'\x00\x00\x00\x00\x00\x00\x00\x00\x05')
0
MemoryError
deque([1, 2, 3], maxlen=8589934592)
deque([0, 2, 3, 1, 4])
[0, 1, 2, 3, 4]
2
IndexError pop index out of range
(1.5, (0, 8589934592, 1))
MemoryError
MemoryError
abc
1099511627776
<Queue maxsize=8589934592 _queue=[1] tasks=1> False
True
True`;

onPage("numbers beyond 32 bits count, slice and repeat as in CPython", async (page) => {
  await runToEnd(page);
  assert.deepEqual(await output(page), PRINTED.split("\n"));
}, { draft: PROGRAM });
