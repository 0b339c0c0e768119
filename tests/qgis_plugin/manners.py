"""What every page and dialog owes to the people before it: questions that can be asked of any widget.

Each returns what is wrong, in words that lead to the widget; an empty list where nothing is.
"""

from __future__ import annotations

from collections import defaultdict


def _all(root, kind):
    return [one for one in root.findChildren(kind) if one.isVisibleTo(root)]


def _called(widget):
    text = getattr(widget, "text", str)
    said = text() if callable(text) else ""
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName() or said!r}"


def mnemonics(root):
    """Return the letters that Alt goes with, and whose they are."""
    from qgis.PyQt.QtGui import QKeySequence
    from qgis.PyQt.QtWidgets import QAbstractButton, QGroupBox, QLabel, QTabBar

    found = defaultdict(list)
    texts = [(one, one.text()) for one in _all(root, QAbstractButton)]
    texts += [(one, one.text()) for one in _all(root, QLabel) if one.buddy() is not None]
    texts += [(one, one.title()) for one in _all(root, QGroupBox)]
    texts += [(bar, bar.tabText(i)) for bar in _all(root, QTabBar) for i in range(bar.count())]
    for widget, text in texts:
        key = QKeySequence.mnemonic(text).toString()
        if key:
            found[key].append(f"{type(widget).__name__} {text!r}")
    return found


def clashes(root):
    """Return the letters that more than one widget answers to."""
    return [f"{key}: {', '.join(names)}" for key, names in mnemonics(root).items() if len(names) > 1]


def menu_clashes(menu):
    """Return the letters that more than one entry of a menu answers to."""
    from qgis.PyQt.QtGui import QKeySequence

    found = defaultdict(list)
    for action in menu.actions():
        key = QKeySequence.mnemonic(action.text()).toString()
        if key:
            found[key].append(action.text())
    return [f"{key}: {', '.join(names)}" for key, names in found.items() if len(names) > 1]


def nameless(root):
    """Return the widgets that take the keyboard and that a screen reader has no words for."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QLabel, QWidget

    labelled = {_field(label.buddy()) for label in root.findChildren(QLabel) if label.buddy() is not None}
    found = []
    for widget in _all(root, QWidget):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or widget.focusProxy() is not None:
            continue
        if not widget.isEnabled() or widget in labelled or _inside(widget, root):
            continue
        text = getattr(widget, "text", None) if type(widget).__name__.endswith("Button") else None
        box = getattr(widget, "text", str) if type(widget).__name__ == "QCheckBox" else None
        words = [widget.accessibleName(), widget.toolTip(), *(one() for one in (text, box) if one is not None)]
        words.append(widget.title() if hasattr(widget, "title") and callable(widget.title) else "")
        outer = widget.parentWidget()
        words.append(outer.accessibleName() if outer is not None and outer.focusProxy() is widget else "")
        if not any(words):
            found.append(_called(widget))
    return found


def _field(widget):
    """Return the widget that has the keyboard when another is given it."""
    while widget.focusProxy() is not None:
        widget = widget.focusProxy()
    return widget


def _inside(widget, root):
    """Return whether a widget is a piece of Qt's or QGIS's own, such as a scroll area without content to reach."""
    from qgis.PyQt.QtWidgets import QAbstractItemView, QAbstractScrollArea, QAbstractSpinBox, QComboBox, QTabBar

    if isinstance(widget, QTabBar):
        return True  # its tabs have names
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView):
        return not hasattr(widget, "toPlainText")
    if widget.objectName() == "collapseButton":
        return True  # of QGIS's folding sections
    outer = widget.parentWidget()
    while outer is not None and outer is not root:
        if isinstance(outer, (QComboBox, QAbstractSpinBox)):
            return True
        if type(outer).__module__.startswith("qgis._gui") and outer.accessibleName():
            return True
        outer = outer.parentWidget()
    return False


def unreachable(root, steps=5000):
    """Return the widgets that take the keyboard and that the tab key does not come to."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QWidget

    chain, one = set(), root.nextInFocusChain()
    for _ in range(steps):
        chain.add(one)
        one = one.nextInFocusChain()
        if one is root:
            break
    wanted = [w for w in _all(root, QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()]
    return [_called(one) for one in wanted if one not in chain]


def jumps(root):
    """Return where the tab key goes up the page by more than a row: people read from the top."""
    from qgis.PyQt.QtCore import QPoint, Qt
    from qgis.PyQt.QtWidgets import QScrollBar, QTabBar, QWidget

    inside = {
        w
        for w in _all(root, QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.isEnabled()
        and w.focusProxy() is None
        and not isinstance(w, (QScrollBar, QTabBar))
    }
    order, one = [], root
    for _ in range(2000):
        one = one.nextInFocusChain()
        if one is root:
            break
        if one in inside:
            order.append(one)
    found = []
    for before, after in zip(order, [*order[1:], *order[:1]]):
        up = before.mapTo(root, QPoint(0, 0)).y() - after.mapTo(root, QPoint(0, after.height())).y()
        if up > 0:
            found.append(f"{_called(before)} → {_called(after)} ({up} px up)")
    return found if len(found) > 1 else []  # once it begins anew, at the top


def cut_texts(root):
    """Return the texts that there is no room for, unless the tooltip tells them."""
    return [told for find in (_cut_words, _cut_fields, _cut_tabs, _cut_heads, _beyond) for told in find(root)]


def _cut_words(root):
    """Return buttons, labels and titles that are smaller than what they say."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QAbstractButton, QGroupBox, QLabel, QToolButton

    needs = [(box, box.title(), box.fontMetrics().horizontalAdvance(box.title())) for box in _all(root, QGroupBox)]
    for button in _all(root, QAbstractButton):
        bare = isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        if not bare and type(button).__name__ != "VerdictChip":  # compact, a chip has its name in the tooltip
            needs.append((button, button.text(), button.sizeHint().width()))
    for label in _all(root, QLabel):
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            if label.text() and label.height() + 2 < needed:
                yield f"{_called(label)}: {label.height()} px high, {needed} needed"
        elif type(label).__name__ != "ElidedLabel":
            needs.append((label, label.text(), label.sizeHint().width()))
    for widget, text, needed in needs:
        if text and widget.width() + 2 < needed:
            yield f"{type(widget).__name__} {text!r}: {widget.width()} px wide, {needed} needed"


def _cut_fields(root):
    """Return choices, and hints of what to type, that are cut and have no tooltip."""
    from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QStyle, QStyleOptionComboBox, QToolButton

    for combo in _all(root, QComboBox):
        option = QStyleOptionComboBox()
        option.initFrom(combo)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo).width()
        text = combo.currentText()
        icon = 0 if combo.itemIcon(combo.currentIndex()).isNull() else combo.iconSize().width() + 4
        needed = combo.fontMetrics().horizontalAdvance(text) + icon
        told = combo.toolTip() or type(combo).__name__ == "ElidedBox"  # it tells all of itself
        if text and not combo.isEditable() and room + 4 < needed and not told:
            yield f"{_called(combo)} {text!r}: {room} px, {needed} needed, no tooltip"
    for edit in _all(root, QLineEdit):
        margins, needed = edit.textMargins(), edit.fontMetrics().horizontalAdvance(edit.placeholderText())
        icons = sum(one.width() for one in edit.findChildren(QToolButton) if one.isVisibleTo(edit))
        room = edit.width() - margins.left() - margins.right() - icons - 8
        if not edit.text() and room < needed and not edit.toolTip():
            yield f"{_called(edit)} {edit.placeholderText()!r}: {room} px, {needed} needed, no tooltip"


def _cut_tabs(root):
    """Return rows of tabs that have to be scrolled, and tabs whose text is shortened."""
    from qgis.PyQt.QtWidgets import QTabBar, QToolButton

    for bar in _all(root, QTabBar):
        if any(button.isVisibleTo(root) for button in bar.findChildren(QToolButton)):
            yield f"{_called(bar)}: the tabs have to be scrolled"
        for index in range(bar.count()):
            needed = bar.fontMetrics().horizontalAdvance(bar.tabText(index))
            if bar.tabRect(index).width() < needed:
                yield f"{_called(bar)} {bar.tabText(index)!r}: {bar.tabRect(index).width()} px, {needed} needed"


def _cut_heads(root):
    """Return heads of columns that are narrower than their title."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QHeaderView

    for head in _all(root, QHeaderView):
        if head.orientation() != Qt.Orientation.Horizontal or head.model() is None:
            continue
        for column in range(head.count()):
            title = str(head.model().headerData(column, Qt.Orientation.Horizontal) or "")
            needed = head.fontMetrics().horizontalAdvance(title)
            if title and not head.isSectionHidden(column) and head.sectionSize(column) < needed:
                yield f"column {title!r}: {head.sectionSize(column)} px, {needed} needed"


def _beyond(root):
    """Return widgets with text that reach beyond the side of what they stand in, where nobody sees them."""
    from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

    for widget in (one for kind in (QAbstractButton, QComboBox, QLabel, QLineEdit) for one in _all(root, kind)):
        inner = widget
        while inner is not root and not inner.isWindow():
            outer = inner.parentWidget()
            if inner.x() < -2 or inner.x() + inner.width() > outer.width() + 2:
                yield f"{_called(widget)}: beyond the side of {_called(outer)}"
                break
            inner = outer
