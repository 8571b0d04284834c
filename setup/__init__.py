"""The engine in the desktop: the offer to set it up, the dialog that does it, the page in the options."""
