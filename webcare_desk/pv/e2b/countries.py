"""Countries as people write them, and their codes: ISO 3166-1 alpha-2, and EU (E2B(R3), C.2.r.3)."""

import unicodedata
from typing import Final

_CODES: Final = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF
    BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG
    CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC
    EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI
    GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM
    IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ
    LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM
    MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO
    NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE
    RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST
    SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA
    UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
CODES: Final = frozenset(_CODES.split())
#: Names in Dutch, English and the country's own tongue, in small letters and without marks.
_NAMES: Final = {
    "AE": "uae vae unitedarabemirates verenigdearabischeemiraten",
    "AL": "albanie albania",
    "AR": "argentinie argentina",
    "AT": "oostenrijk austria osterreich",
    "AU": "australie australia",
    "AW": "aruba",
    "BA": "bosnie bosnia bosnieherzegovina bosnieenherzegovina bosniaandherzegovina",
    "BE": "belgie belgium belgique belgien vlaanderen flanders wallonie wallonia",
    "BG": "bulgarije bulgaria",
    "BR": "brazilie brazil brasil",
    "BY": "belarus witrusland",
    "CA": "canada",
    "CH": "zwitserland switzerland schweiz suisse",
    "CN": "china",
    "CW": "curacao",
    "CY": "cyprus",
    "CZ": "tsjechie czechia czechrepublic tsjechischerepubliek",
    "DE": "duitsland germany deutschland",
    "DK": "denemarken denmark danmark",
    "EE": "estland estonia",
    "EG": "egypte egypt",
    "ES": "spanje spain espana",
    "EU": "europeseunie europeanunion",
    "FI": "finland suomi",
    "FR": "frankrijk france",
    "GB": (
        "uk vk gbr unitedkingdom verenigdkoninkrijk grootbrittannie greatbritain britain engeland "
        "england schotland scotland wales noordierland northernireland"
    ),
    "GR": "el griekenland greece hellas",
    "HR": "kroatie croatia hrvatska",
    "HU": "hongarije hungary",
    "ID": "indonesie indonesia",
    "IE": "ierland ireland eire",
    "IL": "israel",
    "IN": "india",
    "IS": "ijsland iceland",
    "IT": "italie italy italia",
    "JP": "japan",
    "KR": "zuidkorea southkorea",
    "LI": "liechtenstein",
    "LT": "litouwen lithuania",
    "LU": "luxemburg luxembourg",
    "LV": "letland latvia",
    "MA": "marokko morocco",
    "MC": "monaco",
    "MD": "moldavie moldova",
    "ME": "montenegro",
    "MK": "noordmacedonie northmacedonia",
    "MT": "malta",
    "MX": "mexico",
    "NG": "nigeria",
    "NL": "nederland netherlands holland paysbas niederlande",
    "NO": "noorwegen norway norge",
    "NZ": "nieuwzeeland newzealand",
    "PH": "filipijnen philippines",
    "PK": "pakistan",
    "PL": "polen poland polska",
    "PT": "portugal",
    "RO": "roemenie romania",
    "RS": "servie serbia",
    "RU": "rusland russia russischefederatie russianfederation",
    "SA": "saoediarabie saudiarabia",
    "SE": "zweden sweden sverige",
    "SG": "singapore",
    "SI": "slovenie slovenia",
    "SK": "slowakije slovakia",
    "SR": "suriname",
    "TH": "thailand",
    "TR": "turkije turkey turkiye",
    "UA": "oekraine ukraine",
    "US": "usa vs unitedstates unitedstatesofamerica verenigdestaten verenigdestatenvanamerika amerika",
    "VN": "vietnam",
    "ZA": "zuidafrika southafrica",
}
_CODE_OF: Final = {name: code for code, names in _NAMES.items() for name in names.split()}
_ARTICLES: Final = ("the", "het", "de")


def country_code(told: str) -> str:
    """Return the code of a country as it was told; empty where it is not known for one."""
    name = _plain(told)
    if name.upper() in CODES:
        return name.upper()
    bare = next((name[len(each) :] for each in _ARTICLES if name.startswith(each)), "")
    return _CODE_OF.get(name) or _CODE_OF.get(bare, "")


def _plain(told: str) -> str:
    """Return the letters alone: the same for “Belgi\u00eb”, “belgie” and “U.K.”."""
    parted = unicodedata.normalize("NFKD", told).casefold()
    return "".join(each for each in parted if each.isalpha())
