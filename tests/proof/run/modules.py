"""Runs each sample of the folder; prints the index of those that raise."""
import contextlib
import io
import sys

for index in range(int(sys.argv[1])):
    name = f"sample-{index}.py"
    try:
        with open(name, encoding="utf-8") as file:
            code = compile(file.read(), name, "exec")
        with contextlib.redirect_stdout(io.StringIO()):
            exec(code, {"__name__": "__main__"})
    except BaseException as error:
        print(f"{index}\t{error!r}")
