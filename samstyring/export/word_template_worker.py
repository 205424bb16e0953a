"""Fill a template from elsewhere in a process of its own, with little time and memory."""

import json
import sys
from pathlib import Path
from typing import Any

from docx.opc.exceptions import PackageNotFoundError

from samstyring.export.letter_docx import write_letter_docx
from samstyring.export.mandate_docx import write_docx
from samstyring.export.word_template import Fault, TemplateFaultError, fields_in

MEMORY_BYTES = 768 * 1024 * 1024
CPU_SECONDS = 20
_WRITERS = {"mandate": write_docx, "letter": write_letter_docx}


def main() -> None:
    """Read a task as JSON from standard input, do it, and write the answer as JSON.

    The task has "template", "kind" and "documents", each with "content" and "target". The
    answer has "fields", or "fault" and "detail".
    """
    _limit()
    task = json.load(sys.stdin.buffer)
    json.dump(_answer(task), sys.stdout)


def _answer(task: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"fields": _done(task)}
    except TemplateFaultError as error:
        return {"fault": error.fault.value, "detail": error.detail}
    except (MemoryError, RecursionError, OverflowError):
        return {"fault": Fault.TOO_LARGE.value, "detail": ""}
    except (PackageNotFoundError, KeyError, SyntaxError, ValueError, TypeError) as error:
        # An unreadable package, broken XML (a SyntaxError in lxml), or a sum with a text.
        return {"fault": Fault.UNREADABLE.value, "detail": str(error)[:200]}


def _done(task: dict[str, Any]) -> tuple[str, ...]:
    template, write = Path(task["template"]), _WRITERS[task["kind"]]
    for document in task["documents"]:
        write(template, document["content"], Path(document["target"]))
    return fields_in(template)


def _limit() -> None:
    if sys.platform == "win32":  # which has no such limits; the time limit outside still holds
        return
    import resource

    for kind, most in ((resource.RLIMIT_AS, MEMORY_BYTES), (resource.RLIMIT_CPU, CPU_SECONDS)):
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (least, hard))


if __name__ == "__main__":
    main()
