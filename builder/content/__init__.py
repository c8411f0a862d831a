"""Content: from the files an editor writes to typed, frozen values."""
