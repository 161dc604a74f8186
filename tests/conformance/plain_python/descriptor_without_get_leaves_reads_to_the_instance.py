# A descriptor with __set__ but without __get__ checks what is stored; reads find the instance's own value.


class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")
        instance.__dict__[self.name] = value


class Order:
    amount = Positive()

    def __init__(self, amount):
        self.amount = amount


order = Order(3)
print(order.amount, getattr(order, "amount"), vars(order))
order.amount = 8
order.amount += 1
print(order.amount)
try:
    order.amount = -1
except ValueError as error:
    print(error)
print(type(Order.amount).__name__)
del order.__dict__["amount"]
print(type(order.amount).__name__)
