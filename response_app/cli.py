"""The commands: the same services as the window, on files (checks, record out)."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from .bootstrap import prepare_streams, silence_output
from .commands import window
from .commands.usage import Outcome, Parser
from .commands.window import OpenWindow
from .errors import AppError

FAULT = 70
_STOPPED = 130
_OUTPUT_GONE = 141


def main(arguments: Sequence[str] | None = None, open_window: OpenWindow | None = None) -> int:
    """Run one command and return its exit code; never raise what the user cannot understand.

    Args:
        arguments: the words after the program's name, those of this process when None.
        open_window: shows the window; None where there is none to show.

    Exit codes: 0 done, 1 `check` found something that stops publication, 2 the gate refused, 3 input
    refused, 64 wrong use, 70 a fault in the app.
    """
    prepare_streams()
    try:
        return _show(_run(sys.argv[1:] if arguments is None else arguments, open_window))
    except AppError as error:
        _complain(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        _complain("Stopped.")
        return _STOPPED
    except Exception as error:
        if os.environ.get("RESPONSE_APP_DEBUG"):
            _complain(traceback.format_exc())
        _complain(f"This is a fault in the app ({type(error).__name__}); RESPONSE_APP_DEBUG=1 shows its details.")
        return FAULT


def _run(arguments: Sequence[str], open_window: OpenWindow | None) -> Outcome:
    words = list(arguments) or ["window"]
    chosen = _parser(with_all=words[0] != "window").parse_args(words)
    chosen.open_window = open_window
    outcome: Outcome = chosen.run(chosen)
    return outcome


def _parser(with_all: bool) -> Parser:
    parser = Parser("response-app", "Answer an inspection of a police force and publish an accessible record of it.")
    commands = parser.add_subparsers(title="Commands", metavar="COMMAND", required=True)
    window.add_to(commands)
    if with_all:  # the window's first paint does not wait for the checks and the record format
        from .commands import check, deadline, doctor, export, read, records

        for module in (read, check, export, deadline, records, doctor):
            module.add_to(commands)
    return parser


def _show(outcome: Outcome) -> int:
    if not outcome.text:
        return outcome.code
    try:
        print(outcome.text)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        silence_output()
        return _OUTPUT_GONE
    except OSError as error:
        silence_output()
        raise AppError(f"The output could not be written: {error.strerror or type(error).__name__}.") from None
    return outcome.code


def _complain(words: str) -> None:
    if sys.stderr is not None:
        print(words, file=sys.stderr)
