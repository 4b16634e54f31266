"""The whole journal as plain lines: question, answer, next. For a screen reader, a braille line, or a script.

Nothing in this package redraws, moves a cursor or writes an escape character. It knows no Textual and no rich.
"""
