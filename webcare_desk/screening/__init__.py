"""From a text to findings with exact spans; pure but for `load_lexicon`.

lexicon = load_lexicon(resources_dir() / "lexicons")
screener = prepare(lexicon, {"ventora": ["Ventora", "velamab"]}, Language.NL)
screening = screener("Kotsmisselijk van die prik!", parent=None)
"""

from webcare_desk.screening.compiled import load_lexicon
from webcare_desk.screening.lexicon import Concept, Lexicon, with_terms
from webcare_desk.screening.screener import Screener, prepare, screen

__all__ = ["Concept", "Lexicon", "Screener", "load_lexicon", "prepare", "screen", "with_terms"]
