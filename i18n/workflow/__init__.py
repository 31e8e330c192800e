"""One module for each command: what it does, without a word of how it is typed or shown.

A function takes the project, goes through its bulletins and returns a report. One bad file stops its
own bulletin; its problems are in the report.
"""
