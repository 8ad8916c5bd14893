"""The command `bulletin`, as `python -m bulletin`."""

import signal
import sys

from bulletin._bulletin import run_command


def main() -> int:
    """Runs the command with the process's arguments, and gives its exit code."""
    # Python only notes Ctrl-C for when it is next in Python code; the command should end at once, as any other does.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
