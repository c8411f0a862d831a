"""The live site while editing: pages from memory, problems in the browser, the desk."""
