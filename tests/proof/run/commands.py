"""Calls HTTPie with the words of each sample; prints the index of those that it complains of."""
import io
import os
import sys

# Otherwise each call would start a process that looks for a newer version.
os.environ["HTTPIE_CONFIG_DIR"] = os.getcwd()
with open("config.json", "w") as config:
    config.write('{"disable_update_warnings": true}')

from httpie.context import Environment
from httpie.core import main

for index in range(int(sys.argv[1])):
    path = f"sample-{index}.words"
    if not os.path.exists(path):
        continue
    with open(path, "rb") as file:
        words = file.read().decode().split("\0")[:-1]
    errors = io.StringIO()
    given = f"sample-{index}.input"
    stdin = open(given, "rb") if os.path.exists(given) else None
    with open(os.devnull, "w+") as nowhere:
        environment = Environment(stdin=stdin, stdout=nowhere, stderr=errors, stdout_isatty=False, is_windows=False)
        try:
            status = int(main(args=["http", *words], env=environment))
        except SystemExit as exit:
            status = exit.code
    if status:
        text = " ".join(errors.getvalue().split())
        print(f"{index}\t{status} {text}")
