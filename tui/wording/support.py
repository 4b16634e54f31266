"""Support now. First the number for danger, then people who listen; honest about what nobody has re-checked."""

from journal.domain.support import CrisisResource, SupportPage

TITLE = "Support now"
LISTENING = "These people are there to listen. You do not need to be sure it is serious enough."
NOBODY_WATCHES = "cairn cannot call anyone and nobody is watching this screen."
UNCHECKED = "Not every number has been re-checked. If one does not work, try the next, or findahelpline.com"
NO_COUNTRY = (
    "If your life or someone else's is in danger, call your local emergency number. It is 112 in much of the world."
)
CHOOSE_COUNTRY_HERE = "For lines near you: Esc, then F3 and “Country for support lines”."
CHOOSE_COUNTRY = "For lines near you: cairn support --country GB, with your country's two letters."
WORRIED = "I am worried about someone else"
WORRIED_LINES = (
    "Ask them how they are, and listen. You do not have to fix anything.",
    "You can call these lines about someone else too.",
    "If someone is in danger now, call the emergency number at the top.",
)
NOT_A_CRISIS_LINE = "not a crisis line"
ANY_TIME = "any time"
ADVICE = "Advice, money worries, peer groups"


def danger(page: SupportPage) -> str:
    """The first line of all."""
    if not page.emergency:
        return NO_COUNTRY
    also = " You can also go to A&E." if page.country == "GB" else ""
    return f"If your life or someone else's is in danger, call {page.emergency[0].display} now.{also}"


def resource_in_words(resource: CrisisResource) -> str:
    """One line, such as `Samaritans: call 116 123, any time. Free.` with its hours and what it costs."""
    hours = ANY_TIME if resource.open_24_7 else resource.hours
    audience = resource.audience if resource.audience != "anyone" else ""
    said = f"{resource.name}: {', '.join(part for part in (_how(resource), resource.cost, hours, audience) if part)}"
    if resource.note:
        said += f". {resource.note}"
    if resource.kind in ("advice", "peer", "directory"):
        said += f" ({NOT_A_CRISIS_LINE})"
    return said


def page_in_lines(page: SupportPage) -> list[str]:
    """The whole page as lines, for a shell."""
    lines = [TITLE, "", danger(page)]
    lines += [f"  {resource_in_words(other)}" for other in page.emergency[1:]]
    lines += ["", LISTENING]
    numbered = [*page.first, *page.more] or list(page.anywhere)
    lines += [f"  {place} {resource_in_words(resource)}" for place, resource in enumerate(numbered, 1)]
    if page.not_for_crisis:
        lines += ["", ADVICE, *(f"  {resource_in_words(resource)}" for resource in page.not_for_crisis)]
    lines += ["", WORRIED, *(f"  {line}" for line in WORRIED_LINES), "", NOBODY_WATCHES, UNCHECKED]
    return lines if page.country else [*lines, CHOOSE_COUNTRY]


def screen_lines(page: SupportPage, more: bool) -> list[str]:
    """What stands under the line about danger on the screen: three lines first, the rest on one key."""
    lines = ["", LISTENING, ""]
    numbered = [*page.first, *(page.more if more else ())] or list(page.anywhere)
    lines += [f"{place} {resource_in_words(resource)}" for place, resource in enumerate(numbered, 1)]
    if more:
        lines += [f"  {resource_in_words(other)}" for other in page.emergency[1:]]
        lines += ["", ADVICE, *(f"  {resource_in_words(resource)}" for resource in page.not_for_crisis)]
    lines += ["", f"{WORRIED}:", *WORRIED_LINES, "", NOBODY_WATCHES, UNCHECKED]
    return lines if page.country else [*lines, "", CHOOSE_COUNTRY_HERE]


def _how(resource: CrisisResource) -> str:
    if resource.channel == "text":
        word = resource.keyword or ""
        return (
            f"text {resource.display}"
            if word.lower() in resource.display.lower()
            else f"text {word} to {resource.display}"
        )
    if resource.channel in ("call", "call_or_text"):
        return f"{'call' if resource.channel == 'call' else 'call or text'} {resource.display}"
    return resource.display or resource.url
