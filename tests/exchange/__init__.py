"""Files for translators, and what comes back."""
