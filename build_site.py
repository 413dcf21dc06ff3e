"""The entry: `python build_site.py --help`. It calls `dossier.cli`, or says what keeps that from starting."""

import sys

WRONG_ENVIRONMENT = 2
SET_UP = "Set up once with `make site` (or see the README), then use that environment: .venv/bin/python"


def run() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must hear why, before it meets our syntax
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        sys.stderr.write(f"Dossier needs Python 3.11 or newer; this is {version}.\n")
        sys.exit(WRONG_ENVIRONMENT)
    try:
        from dossier.cli import main  # noqa: PLC0415 - after the version is known

        main()
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.split(".")[0] == "dossier":
            raise
        sys.stderr.write(f"The package {missing.name!r} is not installed here. {SET_UP}\n")
        sys.exit(WRONG_ENVIRONMENT)


if __name__ == "__main__":
    run()
