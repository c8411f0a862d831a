"""A report as JSON (RFC 8259)."""

import json

from msgspec import to_builtins

from builder.reporting.values import Report


def as_json(report: Report) -> bytes:
    """The report, each value under the name it has in `builder.reporting.values`."""
    data = to_builtins(report, enc_hook=dict)  # of what it does not know, there are mappings alone
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()
