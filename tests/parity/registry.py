"""Every deed, in the order of a person's day."""

from tests.parity.care import CARE, FILE
from tests.parity.day import BEGUN, CHECKING_IN, WRITING
from tests.parity.deed import Deed
from tests.parity.door import DOOR
from tests.parity.goals import GOALS
from tests.parity.pages import CHANGING, READING
from tests.parity.peers import PARTNERS, WEEK
from tests.parity.sessions import SESSIONS
from tests.parity.shelves import SHELVES
from tests.parity.toolbox import TOOLS

SUBJECTS: dict[str, tuple[Deed, ...]] = {
    "The door": DOOR,
    "Checking in": CHECKING_IN,
    "Writing": WRITING + BEGUN,
    "What is written": READING + CHANGING,
    "Goals": GOALS,
    "Peers": PARTNERS + SESSIONS + WEEK,
    "Toolbox": TOOLS + SHELVES,
    "Care": CARE,
    "The locked file": FILE,
}
DEEDS = tuple(deed for deeds in SUBJECTS.values() for deed in deeds)
