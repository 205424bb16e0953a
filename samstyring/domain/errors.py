"""The errors a user can meet; each message is a whole sentence that says what to do."""


class SamstyringError(Exception):
    """An error whose text can be shown to the user as it stands."""


class RuleError(SamstyringError):
    """What was asked for breaks a rule of the field; the user can put it right."""


class NotFoundError(RuleError):
    """A name or id that nothing in the file answers to."""


class ConflictError(RuleError):
    """Someone changed the same thing since; the change is refused whole."""


class StoreError(SamstyringError):
    """The file or the disk refuses; the message says what to do next."""


class ReadOnlyError(StoreError):
    """The file is open for reading only, and a change was asked for."""


class ExportError(SamstyringError):
    """A document or picture could not be made or written."""
