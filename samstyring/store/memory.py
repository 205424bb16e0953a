"""What queries have answered, kept until a table they were read from changes."""

import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from re import findall
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from samstyring.domain.changes import ChangeSet
from samstyring.language import current_texts
from samstyring.store import tables
from samstyring.store.engine import ASIDE

# In records: some days of a file ten times the example, and a few tens of megabytes.
_CAPACITY = 80_000
# After more changes than this an answer is worked out afresh.
_CHANGES = 24
# Written with every change set, and not named in it.
_ALWAYS = frozenset({"change_set", "change_row", "search_entry"})
_ON_STATEMENT = "samstyring_on_statement"

Changes = tuple[ChangeSet, ...]


class GaveWayError(Exception):
    """Raised inside reading aside when someone wants to write."""


@dataclass(frozen=True, slots=True)
class _Question:
    query: Callable[..., Any]
    args: tuple[Any, ...]
    named: Mapping[str, Any]

    @property
    def key(self) -> Hashable:
        """What the answer is kept by; None if it was asked with something that can be changed."""
        key = self.query, self.args, frozenset(self.named.items()), current_texts()
        try:
            hash(key)
        except TypeError:
            return None
        return key

    def asked(self, session: Session) -> Any:
        """Return what the query answers."""
        return self.query(session, *self.args, **self.named)

    def mended(self, session: Session, before: Any, changes: Changes) -> Any:
        """Return what the query would answer, from an answer of before; None if it can not."""
        mend = getattr(self.query, "mend", None)
        return mend(session, before, changes, *self.args, **self.named) if mend else None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a query answered, the tables it was read from, and after how many changes."""

    value: Any
    tables: frozenset[str]
    moment: int

    @property
    def size(self) -> int:
        """About how many records it holds."""
        return _records_in(self.value)


class Memory:
    """Answers by what was asked; may be used from any thread.

    Of more than ``capacity`` records in all, those asked for longest ago are let go.
    """

    def __init__(self, engine: Engine, capacity: int = _CAPACITY) -> None:
        self._room = capacity
        self._engine = engine
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._changes: deque[ChangeSet] = deque(maxlen=_CHANGES)
        self._changed: dict[str, int] = {}
        self._moment = 0
        self._begun = self._ended = 0
        event.listen(engine, "before_cursor_execute", _on_statement)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Let reading aside give way meanwhile."""
        with self._lock:
            self._begun += 1
        try:
            yield
        finally:
            with self._lock:
                self._ended += 1

    def note(self, change: ChangeSet) -> None:
        """Let go of trust in what was read from the tables that changed."""
        with self._lock:
            self._moment += 1
            self._changes.append(change)
            for table in change.tables | _ALWAYS:
                self._changed[table] = self._moment

    def forget(self) -> None:
        """Let go of everything, where what is written is not told of as a change."""
        with self._lock:
            self._moment += 1
            self._changes.clear()
            self._changed = dict.fromkeys(tables.Row.metadata.tables, self._moment)

    def recall(
        self,
        query: Callable[..., Any],
        args: tuple[Any, ...],
        named: Mapping[str, Any],
        *,
        aside: bool = False,
    ) -> Any:
        """Return what a query answers, read only where it can have changed.

        Reading aside holds nobody from writing; GaveWayError when someone does meanwhile.
        """
        question = _Question(query, args, named)
        key = question.key
        known, changes = self._find(key)
        if known is not None and changes == ():
            return known.value
        answer = self._answer(question, known if changes else None, changes or (), aside)
        self._keep(key, answer)
        return answer.value

    def _find(self, key: Hashable) -> tuple[_Answer | None, Changes | None]:
        """Return what was answered, and the changes since; none at all if the answer holds.

        None instead of changes: too many to tell.
        """
        with self._lock:
            answer = self._answers.get(key)
            if answer is None:
                return None, None
            self._answers.move_to_end(key)
            if all(self._changed.get(table, 0) <= answer.moment for table in answer.tables):
                return answer, ()
            since = self._moment - answer.moment
            return answer, None if since > len(self._changes) else tuple(self._changes)[-since:]

    def _keep(self, key: Hashable, answer: _Answer) -> None:
        # What could be changed by who gets it is not kept.
        if key is None or isinstance(answer.value, dict | list | set):
            return
        with self._lock:
            earlier = self._answers.pop(key, None)
            self._answers[key] = answer
            self._room += (earlier.size if earlier else 0) - answer.size
            while self._room < 0:
                _key, oldest = self._answers.popitem(last=False)
                self._room += oldest.size

    def _answer(
        self, question: _Question, known: _Answer | None, changes: Changes, aside: bool
    ) -> _Answer:
        moment = self._moment
        with self._reading(aside) as (session, read_from):
            if known is not None:
                value = question.mended(session, known.value, changes)
                if value is not None:
                    return _Answer(value, known.tables | read_from, moment)
            value = question.asked(session)
            return _Answer(value, frozenset(read_from), moment)

    @contextmanager
    def _reading(self, aside: bool) -> Iterator[tuple[Session, set[str]]]:
        read_from: set[str] = set()
        begun = self._begun

        def on_statement(statement: str) -> None:
            if aside and (self._begun, self._ended) != (begun, begun):
                raise GaveWayError
            read_from.update(_tables_in(statement))

        options = ASIDE if aside else {}
        with self._engine.connect().execution_options(**options) as connection:
            connection.info[_ON_STATEMENT] = on_statement
            try:
                with Session(connection, autoflush=False) as session:
                    yield session, read_from
                    if aside:  # What was read last must be of the same moment as the rest.
                        on_statement("")
            finally:
                del connection.info[_ON_STATEMENT]


def _records_in(value: Any) -> int:
    if isinstance(value, tuple):
        return 1 + len(value)
    if is_dataclass(value):
        return 1 + sum(_records_in(getattr(value, each.name)) for each in fields(value))
    return 1


def _on_statement(
    connection: Connection, _cursor: Any, statement: str, _values: Any, context: Any, _many: bool
) -> None:
    listener = connection.info.get(_ON_STATEMENT)
    if listener is not None:
        # As it was before the values of a list were spelt out, which makes every text another.
        compiled = getattr(context, "compiled", None)
        listener(statement if compiled is None else compiled.string)


@lru_cache(maxsize=2048)
def _tables_in(statement: str) -> frozenset[str]:
    """Return the tables named in a statement; a column of the same name only adds to them."""
    return frozenset(findall(r"\w+", statement)) & tables.Row.metadata.tables.keys()
