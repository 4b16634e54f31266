"""What stands beside every page that a facilitator reads, the same in all three ways. cairn sends nothing by itself.

Source: domain brief, section 12b.
"""

from tui.language import _
from tui.wording.shipped import with_its_digits

_CALL = _(
    "Talk with the person first if you can. Follow your organisation's safeguarding policy. If someone is in danger now, "
    "call {number}."
)
_CALL_LOCAL = _(
    "Talk with the person first if you can. Follow your organisation's safeguarding policy. If someone is in danger now, "
    "call your local emergency number. It is 112 in much of the world."
)


def if_worried(number: str | None) -> str:
    """What to do where something on a page is a worry. `number`: to call in danger; `None` where no country is known."""
    return _CALL_LOCAL if number is None else _CALL.format(number=with_its_digits(number))
