"""What the cross checks have to go by."""

from __future__ import annotations

import attrs

from cimscore.wire.crosschecks.names import Names
from cimscore.wire.draft import Draft
from cimscore.wire.vocabulary import Vocabulary


@attrs.frozen(kw_only=True)
class Material:
    """A document as far as it could be read.

    Attributes:
        draft: Its entries.
        names: The ids it gives, in usable entries or not.
        vocabulary: The questions it may answer.
    """

    draft: Draft
    names: Names
    vocabulary: Vocabulary
