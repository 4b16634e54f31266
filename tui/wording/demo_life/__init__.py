"""A made-up life: what the demo journal holds. Nobody in it is real, and no week of it is told as a lesson.

Days are counted back from today by week and weekday, so that the Thursday group is on a Thursday whenever
the demo is opened. Nothing names a season, for the same reason.
"""
