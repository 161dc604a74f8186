# A small object-oriented program: accounts, an exception hierarchy, reports with aligned columns.
class BankError(Exception): ...


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance:.2f}, cannot pay {amount:.2f}")
        self.shortfall = amount - account.balance


class Account:
    _next_number = 1000

    def __init__(self, owner, balance=0):
        self.owner, self._balance = owner, balance
        self.number = Account._next_number
        Account._next_number += 1
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposits must be positive")
        self._balance += amount
        self.history.append(("+", amount))

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("-", amount))

    def __lt__(self, other):
        return self.balance < other.balance

    def __str__(self):
        return f"{self.number} {self.owner:<8}{self.balance:>10,.2f}"


class Savings(Account):
    def __init__(self, owner, balance=0, *, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        self.deposit(self.balance * self.rate)

    def withdraw(self, amount):
        if amount > 500:
            raise BankError("limit of 500 exceeded")
        super().withdraw(amount)


def transfer(source, target, amount):
    try:
        source.withdraw(amount)
    except InsufficientFunds as e:
        print(f"  refused, short by {e.shortfall:.2f}: {e}")
    except BankError as e:
        print("  refused:", e)
    else:
        target.deposit(amount)
        print(f"  moved {amount}")


ann, bob = Account("Ann", 1200.5), Savings("Bob", 300, rate=0.035)
for source, target, amount in ((ann, bob, 400), (bob, ann, 600), (bob, ann, 123.45), (ann, bob, 5000)):
    print(f"{source.owner} -> {target.owner}")
    transfer(source, target, amount)
bob.add_interest()
print(*sorted([ann, bob]), sep="\n")
print(bob.history, [a.owner for a in (ann, bob) if isinstance(a, Savings)])
try:
    ann.balance = 10**6
except AttributeError as e:
    print(e)
