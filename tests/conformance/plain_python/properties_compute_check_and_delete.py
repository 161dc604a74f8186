# property with getter, setter and deleter, and the messages when one is missing.
class Temperature:
    def __init__(self, celsius=0.0):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees above freezing."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._celsius = float(value)

    @celsius.deleter
    def celsius(self):
        print("resetting")
        self._celsius = 0.0

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    def _get_kelvin(self):
        return self.celsius + 273.15

    kelvin = property(_get_kelvin, doc="Kelvin scale.")


t = Temperature(36.6)
print(t.celsius, f"{t.fahrenheit:.2f}", round(t.kelvin, 2))
t.celsius = 100
print(t.fahrenheit)
del t.celsius
print(t.celsius, vars(t))
for action in (
    lambda: setattr(t, "fahrenheit", 5),
    lambda: delattr(t, "kelvin"),
    lambda: Temperature(-300),
    lambda: t.rankine,
):
    try:
        action()
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
print(Temperature.celsius.__doc__, "/", Temperature.kelvin.__doc__)
print(type(Temperature.celsius), Temperature.fahrenheit.fset)


class Circle:
    @property
    def area(self):
        return self.radius**2  # there is no radius

    def __getattr__(self, name):
        return f"<{name}>"


try:
    print(Circle().area)
except TypeError as e:
    print(e)
