"""Tables of examples: what else people say to a desk."""

import pytest

from webcare_desk.domain.finding import Category
from webcare_desk.screening import Screener

HITS = {
    "privacy nl": """
        Bel me op 06-12345678
        Mijn mail is jan.jansen@example.com
        Haar adres is Varenlaan 3
        Mijn bsn is bekend
        Ze woont op nummer 12
        Mijn telefoonnummer is veranderd
        Geboren op 3 mei 1970
        +31 6 12345678""",
    "privacy en": """
        Call me on 0123 456 7890
        My email is jo@example.com
        Her address is Fern Lane 3
        My date of birth is in my file
        Text me on +44 7700 900123
        She lives at number 12
        My patient number is 88
        Her full name is known""",
    "spam nl": """
        Klik hier voor gratis tickets
        Verdien geld vanuit huis
        Bitcoin investeren
        Link in bio
        Nu met 50% korting
        Volg mij voor tips
        Goedkope lening zonder gedoe
        Bestel nu deze afslankthee""",
    "spam en": """
        Click here for free tickets
        Earn money fast
        Bitcoin profits
        Link in bio
        Use my promo code
        Follow me for more
        Cheap loans today
        Buy now, limited offer""",
    "thanks nl": """
        Bedankt voor jullie hulp
        Dank je wel!
        Wat fijn dat jullie reageren
        Top!
        Chapeau voor dit team
        Hartelijk dank
        Super bedankt
        Merci he""",
    "thanks en": """
        Thank you so much
        Thanks!
        Much appreciated
        Great post
        Cheers for that
        So helpful
        Well done team
        Very grateful""",
    "complaint nl": """
        Schandalig hoe dit gaat
        Slechte service
        Al weken wachten op antwoord
        Ik sta uren in de wacht
        Van het kastje naar de muur gestuurd
        Belachelijk
        Geldkloppers zijn het
        Ik ben teleurgesteld in jullie""",
    "complaint en": """
        Disgraceful
        Terrible service
        Still waiting for a reply
        On hold for an hour
        This is unacceptable
        Rip off
        Nobody answers
        I want to complain""",
    "misinformation nl": """
        Allemaal de farmamaffia
        Stop met je medicijnen en eet kurkuma
        Selderijsap geneest alles
        Big pharma wil dat niet
        Er zit een chip in die pen
        Doe je eigen onderzoek
        Wat ze je niet vertellen
        Artsen liegen erover""",
    "misinformation en": """
        Big pharma is behind it
        Stop taking your meds and drink celery juice
        It cures everything
        They don't want you to know
        There is a microchip in it
        Do your own research
        Doctors are paid to say so
        All lies""",
    "medical-question nl": """
        Mag ik alcohol drinken?
        Is het normaal dat het een week duurt?
        Hoe lang duurt het voor het werkt?
        Kan ik ermee autorijden?
        Heeft iemand ervaring met de griepprik?
        Moet ik stoppen voor een operatie?
        Wanneer werkt het?
        Wat kan ik doen?""",
    "information nl": """
        Wordt het vergoed?
        Waar kan ik me aanmelden?
        Is er een folder?
        Wat kost het?
        Moet het in de koelkast?
        Wanneer is de bijeenkomst?
        Welke apotheek heeft het?
        Mag het mee in het vliegtuig, in de handbagage?""",
    "medical-question en": """
        Can I drink alcohol?
        Is it normal to wait a week?
        How long does it take?
        Should I stop before surgery?
        Has anyone tried the flu jab?
        Is it safe to drive?
        What should I do?
        When does it work?""",
    "information en": """
        Is it covered by insurance?
        Where can I sign up?
        Is there a leaflet?
        How much does it cost?
        Does it go in the fridge?
        When is the meeting?
        Which pharmacy has it?
        Can it go in hand luggage?""",
}


def _cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, line.strip()) for key, text in table.items() for line in text.strip().split("\n")]


@pytest.mark.parametrize(("family", "text"), _cases(HITS))
def test_an_everyday_matter_is_found(screener: Screener, family: str, text: str) -> None:
    category = Category(family.split(maxsplit=1)[0])
    assert category in {finding.category for finding in screener(text).findings}
