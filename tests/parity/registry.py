"""Every deed, in the order of a person's day."""

from tests.parity.between_two import BETWEEN_TWO
from tests.parity.care import CARE
from tests.parity.copies import FILE, LOCKED_COPIES, TAKING_ALONG
from tests.parity.day import BEGUN, CHECKING_IN, WRITING
from tests.parity.deed import Deed
from tests.parity.door import DOOR
from tests.parity.erasing import ERASING
from tests.parity.facilitating import FACILITATING
from tests.parity.goals import GOALS
from tests.parity.journal import SOME_OF_IT, VERSIONS
from tests.parity.keys import KEYS
from tests.parity.look_back import LOOKING_BACK
from tests.parity.meeting import MEETING
from tests.parity.my_group import MY_GROUP
from tests.parity.my_page import MY_PAGE
from tests.parity.pages import CHANGING, READING
from tests.parity.peers import PARTNERS, WEEK
from tests.parity.sessions import SESSIONS
from tests.parity.settings import CHOSEN
from tests.parity.sharing import SHARING
from tests.parity.shelves import SHELVES
from tests.parity.support import SUPPORT
from tests.parity.toolbox import TOOLS

SUBJECTS: dict[str, tuple[Deed, ...]] = {
    "The door": DOOR,
    "Checking in": CHECKING_IN,
    "Writing": WRITING + BEGUN,
    "What is written": READING + SOME_OF_IT + CHANGING + VERSIONS,
    "Goals": GOALS,
    "Peers": PARTNERS + SESSIONS + WEEK,
    "Two people": MEETING + SHARING + BETWEEN_TWO,
    "In a group": MY_GROUP + MY_PAGE,
    "Toolbox": TOOLS + SHELVES,
    "Looking back": LOOKING_BACK,
    "Settings": CHOSEN,
    "Care": CARE + SUPPORT,
    "Keys": KEYS,
    "Locked copies": LOCKED_COPIES,
    "Taking it with you": TAKING_ALONG,
    "The locked file": FILE,
    "Erasing": ERASING,
    "In a facilitator's own home": FACILITATING,
}
DEEDS = tuple(deed for deeds in SUBJECTS.values() for deed in deeds)
