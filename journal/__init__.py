"""The person's record: values, rules, the vault, the encrypted store, import and export.

It knows no network, no screen, no prompt and no print.
"""
