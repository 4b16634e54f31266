"""Every size on the wire, in bytes. Source: `docs/share-format.md`."""

SLOT_ID = 16
CAPABILITY = 32
KEY = 32
DIGEST = 32
CODE = 16

WIRE = 16_384
"""What a slot holds: a page, a message of a meeting, or zeros while there is nothing yet."""

ML_KEM_PUBLIC = 1_184
EPOCH_KEY = ML_KEM_PUBLIC + 32
"""ML-KEM-768 and X25519, one after the other."""

ENCAPSULATED = 1_088 + 32
AEAD_TAG = 16
HPKE_OVERHEAD = ENCAPSULATED + AEAD_TAG
COBBLESTONE_OVERHEAD = 24 + 32 + AEAD_TAG
"""Salt, commitment, tag: for less than one chunk of 16 KiB."""

INNER = WIRE - 1 - HPKE_OVERHEAD
PAGE = INNER - COBBLESTONE_OVERHEAD
"""A page with its padding, as it is sealed: 15,175."""
PAGE_HEADER = 8 + 4 + EPOCH_KEY + 8 + DIGEST + 8 + 4
CONTENT_MOST = 13_000
NUMBER_MOST = 2**53 - 1
"""Of a page or a note: what every reader of JSON and every database can hold."""

MEETING = WIRE - COBBLESTONE_OVERHEAD
"""A message of a meeting with its padding, as it is sealed: 16,312."""

NOTHING_YET = bytes(WIRE)
"""What stands in a slot that was made for somebody who has not written yet."""
