"""How files for machines say that parts of a text are a machine's: IPTC's vocabulary of digital source types."""

from __future__ import annotations

SCHEME = "http://cv.iptc.org/newscodes/digitalsourcetype/"
TERM = "compositeWithTrainedAlgorithmicMedia"
"""Made by people, with parts that a trained model made."""
IN_SCHEMA_ORG = "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"
"""The same term in the vocabulary of search engines."""
