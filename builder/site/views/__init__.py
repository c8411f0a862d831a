"""What templates may read: records as one language's readers see them.

A view is a frozen summary made for one page in one language. It holds words,
links and citations, never the content it was made from.
"""
