# A positional argument after a keyword argument.
def connect(host, port, *, timeout=10):
    return f"{host}:{port} ({timeout})"


print(connect("localhost", 80))
print(connect("localhost", timeout=5, 8080))
print("end")
