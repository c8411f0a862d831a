"""The site's own typefaces, made from published ones.

The packages cut each typeface into a file a script, and one Kazakh word would be set from two.
Here the letters are put together again: one file a face, with what the site needs and no more.
The same packages give the same bytes.

The families have names of our own. Adobe reserves "Source" for its own versions, and the SIL Open
Font License 1.1 (condition 3) then wants another name for any other version, as a subset is.
"""
