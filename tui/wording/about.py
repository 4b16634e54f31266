"""What cairn is and is not, and short answers about peer support."""

TITLE = "About cairn"

INTENDED_PURPOSE = (
    "cairn is a private journal for wellbeing, self-reflection and peer support. It is not a medical device. "
    "It does not diagnose, treat, monitor or predict any condition, and it does not measure risk. "
    "It works alongside professional care and does not replace it. Nobody is watching what you write."
)

WHERE_NEXT = (
    "cairn support           support lines, any time, without a passphrase",
    "cairn about peer-support  what peer support is",
)

PEER_SUPPORT = (
    (
        "What is peer support?",
        (
            "People who have been through hard times with their mental health, or live with a learning disability, "
            "and who support one another. Both give and both receive."
        ),
    ),
    ("Is it only for severe problems?", "No. It is for anyone."),
    ("Do peers need to be professionals?", "No. What matters is that they have been there."),
    ("Does it replace treatment?", "No. It can sit beside it."),
    (
        "Does it work?",
        (
            "A large review in 2024 looked at 35 reviews of paid peer support. Results were mixed and most reviews were "
            "of low quality. There was some evidence that it can help recovery, self-belief, and depression, mainly "
            "around having a baby. Many people on both sides say they gain from it. "
            "(Cooper and others 2024, doi 10.1186/s12916-024-03260-y)"
        ),
    ),
    (
        "Is it new?",
        (
            "No. Self-help and mutual support have been around for a long time. In Canada and the USA peer support has "
            "been recognised since the 1960s."
        ),
    ),
)
