"""The optional parts of the package: imported when they are used, and told by name where they are missing."""

from __future__ import annotations

from importlib.util import find_spec


def needed(module: str, extra: str) -> None:
    """`ImportError` that names the extra, where a module is not installed."""
    if find_spec(module) is None:
        raise ImportError(f"this needs {module}: pip install 'bulletin[{extra}]'", name=module)
