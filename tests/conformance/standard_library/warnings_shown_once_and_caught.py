# warnings: warn, categories, filters, catch_warnings, once per place, errors, showwarning.
import warnings


def old_function(n):
    warnings.warn("old_function is deprecated", DeprecationWarning, stacklevel=2)
    return n


def risky(n):
    warnings.warn(f"value {n} is risky")


for i in range(2):
    risky(i)
    risky("same")
old_function(1)
warnings.warn("a runtime warning", RuntimeWarning)
for _ in range(3):
    warnings.warn("only once from this line", FutureWarning)


class MyWarning(UserWarning):
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old_function(2)
    for _ in range(2):
        warnings.warn("mine", MyWarning)
    print([(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    risky("silent")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        risky("as an error")
    except UserWarning as e:
        print("raised", repr(e))
warnings.filterwarnings("ignore", category=MyWarning)
warnings.warn("ignored by the filter", MyWarning)
warnings.warn(MyWarning("also ignored"))
warnings.warn(UserWarning("an instance"))
try:
    warnings.warn("text", int)
except TypeError as e:
    print(e)


def show(message, category, filename, lineno, file=None, line=None):
    print(f"custom: {category.__name__} at line {lineno}: {message}")


warnings.showwarning = show
warnings.warn("through the hook")
print(issubclass(DeprecationWarning, Warning), issubclass(MyWarning, UserWarning))
