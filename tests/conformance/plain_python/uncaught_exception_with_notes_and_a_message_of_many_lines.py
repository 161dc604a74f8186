# Notes and multi-line messages are printed below the exception's name.
class ValidationError(ValueError):
    def __init__(self, problems):
        super().__init__("\n".join(f"  * {p}" for p in problems))
        self.problems = problems

    def __str__(self):
        return f"{len(self.problems)} problems\n" + super().__str__()


def validate(person):
    problems = []
    if not person.get("name"):
        problems.append("name is missing")
    if person.get("age", 0) < 0:
        problems.append("age is negative")
    if problems:
        raise ValidationError(problems)


try:
    validate({"name": "", "age": -5})
except ValidationError as e:
    print(e)
    print(repr(e))
    e.add_note("The person was:\n  name='', age=-5")
    e.add_note("Please correct it")
    raise
