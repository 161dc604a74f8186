# Complex literals, arithmetic, repr and the operations they refuse.
z = 3 + 4j
w = complex(1, -1)
print(z, w, z + w, z * w, z / w, z - 3, -z, z**2, abs(z), z.real, z.imag, z.conjugate())
print(1j, 0j, complex(), complex("1+2j"), complex(2), complex(-0.0, 1), (1 + 0j) == 1, 1j * 1j, [1j, 2.5 + 0.5j])
print(f"{z:.2f} {z} {z!r}", str(1e20j), complex(float("inf"), 0), 2 * 1j == 2j, hash(1 + 0j) == hash(1))
print((-8) ** (1 / 3), (-1) ** 0.5, bool(0j), bool(1e-9j), isinstance(z, complex), 5 + 0j)


def mandelbrot(c, limit=20):
    z = 0
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


for y in range(-4, 5):
    print("".join(" .:-=+*#%@"[mandelbrot(complex(x / 16, y / 4)) % 10] for x in range(-32, 12)))
for bad in (lambda: z < w, lambda: int(z), lambda: float(z), lambda: z // 2, lambda: z % 2, lambda: complex("x"), lambda: z / 0, lambda: divmod(z, 1), lambda: round(z)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
