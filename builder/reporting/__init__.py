"""A report of what was checked on a site and with which results, to be published or attached."""
