# An uncaught exception that was raised from another: both tracebacks, exit code 1.
class ConfigError(Exception):
    pass


def parse(text):
    key, value = text.split("=")
    return key.strip(), int(value)


def load(lines):
    config = {}
    for number, line in enumerate(lines, 1):
        try:
            key, value = parse(line)
        except ValueError as error:
            raise ConfigError(f"line {number}: cannot read {line!r}") from error
        config[key] = value
    return config


print(load(["a = 1", "b = 2"]))
print("loading the second")
load(["a = 1", "b = two"])
print("not reached")
