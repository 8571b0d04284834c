"""Widgets of the algorithms' dialogs; imported by Processing only when a dialog is opened."""
