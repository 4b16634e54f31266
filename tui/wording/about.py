"""What cairn is and is not, and short answers about peer support."""

from tui.language import _

TITLE = _("About cairn")

INTENDED_PURPOSE = _(
    "cairn is a private journal for wellbeing, self-reflection and peer support. It is not a medical device. "
    "It does not diagnose, treat, monitor or predict any condition, and it does not measure risk. "
    "It works alongside professional care and does not replace it. Nobody is watching what you write."
)

WHERE_NEXT = (
    _("cairn support           support lines, any time, without a passphrase"),
    _("cairn about peer-support  what peer support is"),
)

PEER_SUPPORT = (
    (
        _("What is peer support?"),
        (
            _(
                "People who have been through hard times with their mental health, or live with a learning disability, "
                "and who support one another. Both give and both receive."
            )
        ),
    ),
    (_("Is it only for severe problems?"), _("No. It is for anyone.")),
    (_("Do peers need to be professionals?"), _("No. What matters is that they have been there.")),
    (_("Does it replace treatment?"), _("No. It can sit beside it.")),
    (
        _("Does it work?"),
        (
            _(
                "A large review in 2024 looked at 35 reviews of paid peer support. Results were mixed and most reviews were "
                "of low quality. There was some evidence that it can help recovery, self-belief, and depression, mainly "
                "around having a baby. Many people on both sides say they gain from it. "
                "(Cooper and others 2024, doi 10.1186/s12916-024-03260-y)"
            )
        ),
    ),
    (
        _("Is it new?"),
        (
            _(
                "No. Self-help and mutual support have been around for a long time. In Canada and the USA peer support has "
                "been recognised since the 1960s."
            )
        ),
    ),
)
