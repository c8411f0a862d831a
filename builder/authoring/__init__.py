"""Help for those who write a site: what editors of text know of its files, and new files."""
