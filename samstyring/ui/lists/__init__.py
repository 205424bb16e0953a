"""Any list on the screen, exported as it is shown."""

from samstyring.ui.lists.list_export import ask_list_export, export_list_of, shown_list

__all__ = ["ask_list_export", "export_list_of", "shown_list"]
