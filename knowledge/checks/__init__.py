"""The facts' own tests: what must hold between rows, one idea a module."""
