"""Find text that a module shows to people without sending it through the translation."""

import ast
import re
from collections.abc import Iterator

LITERALS = {"_": 1, "N_": 1, "gettext": 1, "ngettext": 2, "counted": 2, "pgettext": 2}
AS_IS = "# as is"

# Calls that show text, with the arguments that hold it.
QT_TEXT = {
    **dict.fromkeys(
        (
            "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QDockWidget",
            "QToolBar", "QCommandLinkButton", "QWizardPage", "QGraphicsSimpleTextItem",
            "setText", "setToolTip", "setStatusTip", "setWhatsThis", "setAccessibleName",
            "setAccessibleDescription", "setWindowTitle", "setPlaceholderText", "setTitle",
            "setSubTitle", "setPlainText", "setHtml", "setInformativeText", "setDetailedText",
            "setHeaderLabels", "setHorizontalHeaderLabels", "setVerticalHeaderLabels",
            "setSuffix", "setPrefix", "setSpecialValueText", "setLabelText", "setIconText",
            "setCancelButtonText", "setDescription", "setNameFilter", "setNameFilters",
            "addRow", "addItem", "addItems", "addSection", "addButton", "setNoChangeText",
        ),
        (0,),
    ),
    **dict.fromkeys(
        ("QAction", "addAction", "addMenu", "QMenu", "showMessage", "QListWidgetItem",
         "QTreeWidgetItem", "QTableWidgetItem", "QStandardItem"),
        (0, 1),
    ),
    **dict.fromkeys(("addTab", "question", "information", "warning", "critical"), (1, 2)),
    **dict.fromkeys(("setTabText", "setTabToolTip", "setItemText", "setButtonText"), (1,)),
    **dict.fromkeys(("getOpenFileName", "getOpenFileNames", "getSaveFileName"), (1, 3)),
    **dict.fromkeys(("insertTab", "getText", "getItem"), (1, 2, 3)),
    "getExistingDirectory": (1,),
    "drawText": (1, 2, 3, 4, 5),
}  # fmt: skip
QT_KEYWORDS = {
    "text", "toolTip", "statusTip", "whatsThis", "windowTitle", "placeholderText", "title",
    "accessibleName", "accessibleDescription", "informativeText", "caption", "filter",
}  # fmt: skip
RULE_TEXT = {
    "RuleError": (0,), "NotFoundError": (0,), "ConflictError": (0,), "StoreError": (0,),
    "ReadOnlyError": (0,), "ExportError": (0,), "command": (0,),
}  # fmt: skip
CLI_TEXT = {"print": (0, 1, 2, 3), "write": (0,), "ArgumentParser": (), "error": (0,)}
CLI_KEYWORDS = {"help", "description", "epilog", "title"}
_WORD = re.compile(r"[^\W\d_]{2,}")


def marking_problems(source: str, *, is_cli: bool) -> list[tuple[int, str]]:
    """Return line and words for each text of a module that is marked wrongly or not at all."""
    lines = source.splitlines()
    found = sorted(_module_problems(ast.parse(source), is_cli))
    return [(line, problem) for line, problem in found if AS_IS not in lines[line - 1]]


def _module_problems(module: ast.Module, is_cli: bool) -> Iterator[tuple[int, str]]:
    doors = _inside_doors(module)
    for node in ast.walk(module):
        if isinstance(node, ast.JoinedStr) and any(map(_is_marking, ast.walk(node))):
            # Before Python 3.12 an f-string is one token, and Babel does not look into it.
            yield node.lineno, "text marked inside an f-string; translate it before"
        if not isinstance(node, ast.Call):
            continue
        name = _called(node)
        if name in LITERALS and id(node) not in doors:
            yield from _call_problems(node, name)
        yield from _showing_problems(node, name, is_cli)


def _inside_doors(module: ast.Module) -> set[int]:
    """Return the calls inside the marking functions themselves, which pass text through."""
    names = {*LITERALS, "translate"}
    functions = (n for n in ast.walk(module) if isinstance(n, ast.FunctionDef) and n.name in names)
    return {id(node) for function in functions for node in ast.walk(function)}


def _call_problems(call: ast.Call, name: str) -> Iterator[tuple[int, str]]:
    wanted = call.args[: LITERALS[name]]
    if len(wanted) < LITERALS[name]:
        yield call.lineno, f"{name}() without its literal text as positional arguments"
    for argument in wanted:
        if isinstance(argument, ast.JoinedStr):
            yield argument.lineno, f"f-string in {name}(); use .format() on what it returns"
        elif not _is_literal(argument):
            yield (
                argument.lineno,
                f"{name}() of no literal text; use translate() for what N_ marked",
            )


def _showing_problems(call: ast.Call, name: str, is_cli: bool) -> Iterator[tuple[int, str]]:
    places: tuple[int, ...] = QT_TEXT.get(name, RULE_TEXT.get(name, ()))
    keywords = QT_KEYWORDS if name in QT_TEXT or name.startswith("Q") else set()
    if is_cli:
        places, keywords = places or CLI_TEXT.get(name, ()), keywords | CLI_KEYWORDS
    shown = [call.args[place] for place in places if place < len(call.args)]
    shown += [keyword.value for keyword in call.keywords if keyword.arg in keywords]
    for value in shown:
        for text in _bare_texts(value):
            yield text.lineno, f"text shown by {name}() is not marked for translation"


def _is_marking(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _called(node) in LITERALS


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _bare_texts(node: ast.expr) -> Iterator[ast.expr]:
    """Return the literals with a word in them that an expression can hand on as they stand."""
    match node:
        case ast.Constant(value=str(text)):
            if _WORD.search(text):
                yield node
        case ast.JoinedStr(values=parts) | ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _bare_texts(part)
        case ast.FormattedValue(value=inner) | ast.Starred(value=inner):
            yield from _bare_texts(inner)
        case ast.BinOp(left=first, right=second) | ast.IfExp(body=first, orelse=second):
            yield from _bare_texts(first)
            yield from _bare_texts(second)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _bare_texts(value)
        case ast.Call(func=ast.Attribute(value=text, attr="format")):
            yield from _bare_texts(text)
