"""Every action of the window once: words, shortcut, menu (every step)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Spec:
    """An action: key for the code, words for the menu, shortcuts, whether it needs an open record.

    `of_text`: whether it needs a page of that record in front; `ticked`: whether it is on or off, and on at first;
    `of_page`: whether it needs one certain page in front, which `PageActions` knows; `one_of`: whether it is one of the
    colours, of which one holds.
    """

    key: str
    words: str
    shortcuts: tuple[str | QKeySequence.StandardKey, ...] = ()
    of_record: bool = False
    of_text: bool = False
    ticked: bool = False
    of_page: bool = False
    one_of: bool = False


SEPARATOR = Spec("", "")
MENUS: dict[str, tuple[Spec, ...]] = {
    "&File": (
        Spec("new", "&New blank record", (Key.New,)),
        Spec("new_from_report", "New from a &report…", ("Ctrl+R",)),
        Spec("paste_report", "&Paste the report’s text", ("Ctrl+Shift+R",)),
        Spec("bring_in", "&Bring in a record…", (Key.Open,)),
        Spec("bring_in_published", "Bring in published records…"),
        SEPARATOR,
        Spec("save", "&Save now", (Key.Save,)),
        Spec("export", "&Export as PDF…", ("Ctrl+E",), True),
        Spec("export_csv", "Export the list as &CSV…", of_page=True),
        Spec("export_xlsx", "Export the list as an E&xcel workbook…", of_page=True),
        Spec("export_list_pdf", "Export the list as an &accessible PDF…", of_page=True),
        SEPARATOR,
        Spec("quit", "&Quit", (Key.Quit, "Ctrl+Q")),
    ),
    "&Edit": (
        Spec("undo", "&Undo", (Key.Undo,)),
        Spec("redo", "&Redo", (Key.Redo, "Ctrl+Y", "Ctrl+Shift+Z")),
        SEPARATOR,
        Spec("find", "&Find…", (Key.Find,), of_text=True),
        Spec("replace", "Replac&e…", ("Ctrl+H",), of_text=True),
        Spec("find_next", "Find &next", ("F3",), of_text=True),
        Spec("find_previous", "Find pre&vious", ("Shift+F3",), of_text=True),
        SEPARATOR,
        Spec("palette", "&Go to anything…", ("Ctrl+Shift+P",)),
    ),
    "&Record": (
        Spec("go_home", "&Home", ("Ctrl+1",)),
        Spec("go_register", "Re&gister of findings", ("Ctrl+Shift+G",)),
        SEPARATOR,
        Spec("go_tasks", "Tas&k list", ("Ctrl+T",), True),
        Spec("go_details", "Inspection &details", ("Ctrl+2",), True),
        Spec("go_findings", "&Findings", ("Ctrl+3",), True),
        Spec("go_initial", "&Initial response", ("Ctrl+4",), True),
        Spec("go_chief", "&Chief officer’s response", ("Ctrl+5",), True),
        Spec("go_answers", "&Answers to findings", ("Ctrl+6",), True),
        Spec("go_overall", "&Overall comments", ("Ctrl+7",), True),
        Spec("go_preview", "&Preview", ("Ctrl+8",), True),
        Spec("go_publish", "&Sign off and publish", ("Ctrl+Shift+S",), True),
        Spec("go_after", "After p&ublication", ("Ctrl+Shift+U",), True),
        SEPARATOR,
        Spec("open_report", "&Open the report beside the page", ("Ctrl+9",), True),
        Spec("add_from_report", "Add findings from a &report…", (), True),
        Spec("paste_into", "Add findings from pasted &text", (), True),
        SEPARATOR,
        Spec("delete", "Delete this record", (), True),
    ),
    "Fin&dings": (
        Spec("add_finding", "&Add a finding…", ("Ctrl+Shift+N",), True),
        Spec("delete_finding", "&Delete the finding that is shown", of_page=True),
        SEPARATOR,
        Spec("next_unanswered", "&Next unanswered finding", ("Ctrl+J",), True),
        Spec("add_action", "Add another a&ction to the answer", of_page=True),
        Spec("answer_together", "Ans&wer together with another finding…", of_page=True),
        SEPARATOR,
        Spec("answers_table", "Answers as a &table", of_page=True),
        Spec("answers_list", "Answers as a &list", of_page=True),
        Spec("table_applies", "A&pplies", of_page=True),
        Spec("table_not", "Does n&ot apply…", of_page=True),
        Spec("table_owner", "&Set the owner…", of_page=True),
        Spec("table_open", "Op&en the answer", of_page=True),
    ),
    "&Insert": (
        Spec("insert_field", "&Field…", ("Ctrl+/",)),
        Spec("insert_wording", "Standard &wording…"),
        SEPARATOR,
        Spec("insert_link", "&Link…", ("Ctrl+K",)),
        SEPARATOR,
        Spec("insert_who", "W&ho said the quotation", ("Ctrl+Shift+W",)),
        SEPARATOR,
        Spec("insert_table", "&Table…"),
        Spec("table_row_above", "Row &above in the table"),
        Spec("table_row_below", "Row b&elow in the table"),
        Spec("table_column_before", "&Column before in the table"),
        Spec("table_column_after", "Column afte&r in the table"),
        Spec("table_remove_row", "Remove row of the table"),
        Spec("table_remove_column", "Remove column of the table"),
        Spec("table_remove_table", "Remove the table"),
        SEPARATOR,
        Spec("keep_wording", "&Keep the chosen words as standard wording…"),
    ),
    "Te&xt": (
        Spec("text_bold", "&Bold", ("Ctrl+B",)),
        Spec("text_italic", "&Italic", ("Ctrl+I",)),
        SEPARATOR,
        Spec("text_paragraph", "Ordinary &paragraph", ("Ctrl+Alt+0",)),
        Spec("insert_heading", "&Subheading", ("Ctrl+Alt+1",)),
        Spec("insert_small_heading", "S&mall subheading", ("Ctrl+Alt+2",)),
        Spec("insert_quotation", "&Quotation", ("Ctrl+Shift+9",)),
        SEPARATOR,
        Spec("insert_bullets", "Bulle&t list", ("Ctrl+Shift+8",)),
        Spec("insert_numbers", "&Numbered list", ("Ctrl+Shift+7",)),
        Spec("text_deeper", "One level &deeper in a list", ("Alt+Shift+Right",)),
        Spec("text_higher", "One level &higher in a list", ("Alt+Shift+Left",)),
    ),
    "Revie&w": (
        Spec("spelling", "&Spelling", ("F7",), True),
        Spec("hints_list", "&Readability hints on this page", ("Shift+F7",), of_text=True),
        Spec("go_check", "Chec&k the record", ("Ctrl+Shift+K",), True),
        SEPARATOR,
        Spec("comment", "&Comment on the words", ("Ctrl+Alt+M",), True),
        Spec("next_comment", "&Next comment", ("F8",), True),
        Spec("previous_comment", "Comment &before", ("Shift+F8",), True),
        Spec("marks", "&Marks in this text…", of_text=True),
    ),
    "&View": (
        Spec("focus_mode", "&Focus on the text", ("F11",), True),
        Spec("hints", "&Readability hints", ticked=True),
        SEPARATOR,
        Spec("beside_findings", "F&indings beside the text", of_page=True),
        Spec("beside_report", "Repo&rt beside the text", of_page=True),
        Spec("beside_comments", "&Comments beside the text", of_page=True),
        Spec("beside_versions", "&Versions of the text", of_page=True),
        SEPARATOR,
        Spec("next_part", "&Next part of the window", ("F6",)),
        Spec("part_before", "&Part before", ("Shift+F6",)),
        SEPARATOR,
        Spec("zoom_in", "Larger text", (Key.ZoomIn, "Ctrl+=")),
        Spec("zoom_out", "Smaller text", (Key.ZoomOut,)),
        Spec("zoom_reset", "Usual size of text", ("Ctrl+0",)),
        SEPARATOR,
        Spec("scheme_system", "Colours as on this computer", one_of=True),
        Spec("scheme_light", "Light colours", one_of=True),
        Spec("scheme_dark", "Dark colours", one_of=True),
    ),
    "&Help": (
        Spec("help_page", "&Help on this page", ("F1",)),
        Spec("help_start", "How the app &works"),
        Spec("help_law", "The &law"),
        Spec("help_terms", "&Terms"),
        Spec("help_shortcuts", "&Keyboard shortcuts", ("Ctrl+F1",)),
        SEPARATOR,
        Spec("go_office", "&Office settings"),
    ),
}


_INSIDE = {"Fin&dings": "Record", "Te&xt": "Insert"}
"""Menus within another: the bar of a small window with large text has room for seven."""


class Actions:
    """The actions of one window, by key."""

    def __init__(self, window: QMainWindow) -> None:
        self.by_key: dict[str, QAction] = {}
        self.by_menu: dict[str, list[QAction]] = {}
        self.menus: dict[str, QMenu] = {}
        self.colours = QActionGroup(window)
        self._of_record: list[QAction] = []
        self._of_text: list[QAction] = []
        self._of_page: list[QAction] = []
        for title, specs in MENUS.items():
            inside = _INSIDE.get(title)
            if inside is None:
                menu = window.menuBar().addMenu(title)
            else:
                self.menus[inside].addSeparator()
                menu = self.menus[inside].addMenu(title)
            menu.setAccessibleName(title.replace("&", ""))
            self.by_menu[title.replace("&", "")] = []
            self.menus[title.replace("&", "")] = menu
            if title == "&File":
                self._file = menu
            for spec in specs:
                self._add(window, menu, spec)

        self.recent = self._recent_menu(window)

    def _recent_menu(self, window: QMainWindow) -> QMenu:
        """A menu in the menu File, for the records that were open; empty until somebody fills it."""
        made = QMenu("R&ecent records", window)
        made.setAccessibleName("Recent records")
        made.setEnabled(False)
        self._file.insertMenu(self.by_key["bring_in"], made)
        return made

    def _add(self, window: QMainWindow, menu: QMenu, spec: Spec) -> None:
        if spec is SEPARATOR:
            menu.addSeparator()
            return
        action = QAction(spec.words, window)
        action.setObjectName(spec.key)
        keys = dict.fromkeys(QKeySequence(each).toString() for each in spec.shortcuts)
        action.setShortcuts([QKeySequence(each) for each in keys if each])  # Qt takes one that stands twice for ambiguous
        menu.addAction(action)
        self.by_key[spec.key] = action
        self.by_menu[menu.accessibleName()].append(action)
        action.setCheckable(spec.ticked or spec.one_of)
        action.setChecked(spec.ticked)
        if spec.one_of:
            self.colours.addAction(action)
        if spec.of_record:
            self._of_record.append(action)
        if spec.of_text:
            self._of_text.append(action)
            action.setEnabled(False)
        if spec.of_page:
            self._of_page.append(action)
            action.setEnabled(False)

    def __getitem__(self, key: str) -> QAction:
        """Return the action with this key."""
        return self.by_key[key]

    def enable_all(self, opened: bool) -> None:
        """Offer what needs no record and no text, or only to quit as long as the store is not open."""
        of_something = (*self._of_record, *self._of_text, *self._of_page)
        for key, action in self.by_key.items():
            action.setEnabled(key == "quit" or (opened and action not in of_something))

    def enable_record_actions(self, enabled: bool) -> None:
        """Offer what needs an open record, or not."""
        for action in self._of_record:
            action.setEnabled(enabled)

    def enable_text_actions(self, enabled: bool) -> None:
        """Offer what needs a page of a record in front, or not; Home and Help look for something by the same keys."""
        for action in self._of_text:
            action.setEnabled(enabled)
