# A parameter without a default after one that has a default.
def power(base, exponent=2):
    return base**exponent


def connect(host="localhost", port):
    return f"{host}:{port}"


print(power(3), connect(port=80))
