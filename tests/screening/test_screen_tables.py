"""Tables of examples: what must be found in each category, and what must not."""

import pytest

from webcare_desk.domain.finding import Category, Tier
from webcare_desk.screening import Screener

HITS = {
    "adverse-event nl": """
        Ik ben kotsmisselijk sinds die prik
        Na de tweede injectie zat ik onder de galbulten
        M'n haar valt met bosjes uit
        Al drie nachten geen oog dicht gedaan
        Heb zo'n knallende koppijn van die pillen
        Mijn moeder kreeg hartkloppingen van Calmira
        Door de Ventora ben ik hondsmoe
        Ik zweet me kapot elke nacht, lakens kletsnat
        k ben mezelf niet meer sinds die pen
        Amai, sebiet op spoed gelegen na mijn spuitje
        Ge krijgt er precies een metaalsmaak van
        Die tabletten maken me doodziek""",
    "adverse-event en": """
        I've been throwing up since the first jab
        My hair is falling out since I started Ventora
        Woke up covered in hives
        Can't sleep at all on these tablets
        My husband says I'm not me since the injections
        Brain fog and tinnitus, thanks Calmira
        Knocked me out for two days
        Ended up in the emergency room last night
        My legs turned to jelly after the second dose
        Blurry vision every evening
        Feels like I was hit by a truck
        Everything tastes like metal""",
    "pregnancy nl": """
        Ik blijk zwanger te zijn en gebruik Ventora
        Mag je borstvoeding geven met Calmira?
        Gisteren een positieve test!
        Na een miskraam weer begonnen met de pen
        We hebben een kinderwens
        Mijn vriendin is zwanger en ik slik Calmira
        Heeft het invloed op mijn sperma?
        Ben acht weken in verwachting""",
    "pregnancy en": """
        I'm pregnant and still on Ventora
        Can I breastfeed on this?
        We are trying to conceive
        Had a miscarriage in June
        Two pink lines this morning!
        Does it affect sperm?
        My wife is pregnant and I take Calmira
        In my second trimester now""",
    "overdose nl": """
        Ik heb per ongeluk twee pennen gezet
        Mijn zoon heeft een overdosis genomen
        Te veel ingenomen gisteren
        Oeps, dubbele dosis gespoten
        Vier tegelijk geslikt
        Heb de tablet 2x ingenomen vandaag
        Drie pillen in plaats van een: te veel genomen
        Ik nam een te hoge dosis""",
    "overdose en": """
        I took too many tablets
        Accidentally took two this morning
        Took a double dose by mistake
        She overdosed on Calmira
        Injected two pens at once
        I doubled my dose yesterday
        Twice the dose, oops
        Took it twice today""",
    "medication-error nl": """
        Apotheek gaf mij de verkeerde sterkte
        Ik ben mijn prik vergeten
        Dozen door elkaar gehaald
        20 mg in plaats van 10 gekregen
        Per ongeluk de pen van mijn man genomen
        Verkeerde pen gebruikt
        Vergeten te spuiten zondag
        Heb de pen omgekeerd vastgehouden""",
    "medication-error en": """
        The pharmacy gave me the wrong strength
        I forgot to take my tablet
        Missed a dose last week
        Mixed up the boxes
        Used the wrong pen
        Took 20 instead of 10 mg
        Swapped them by mistake
        I skipped a dose""",
    "misuse nl": """
        Ik heb zelf de dosis verhoogd
        Neem er altijd eentje extra
        Zonder overleg vaker dan voorgeschreven
        Ik leen een pen van mijn zus
        Op eigen houtje opgehoogd
        Pillen van mijn vrouw geslikt
        Zonder recept gekregen van een buurvrouw
        Deel mijn pennen met een vriendin""",
    "misuse en": """
        I upped my dose myself
        I take an extra tablet on bad days
        Sharing my pills with my sister
        Without telling my doctor I changed it
        I used my husband's pen
        Borrowed a pen from a friend
        Without a prescription
        More often than I should, saving them up""",
    "lack-of-effect nl": """
        Ventora doet niks meer
        Het werkt niet bij mij
        Calmira helpt voor geen meter
        Geen effect na drie maanden
        De klachten zijn terug
        Ik merk totaal geen verschil
        Weggegooid geld, die pen
        Is na een jaar uitgewerkt""",
    "lack-of-effect en": """
        Ventora stopped working
        It does nothing for me
        No effect after three months
        Doesn't work for me
        Might as well drink water
        The effect is wearing off
        Made no difference at all
        Back to square one""",
    "quality nl": """
        Pen kapot bij het openen
        Er ontbreken tabletten in de strip
        De naald was krom: kromme naald
        Beschadigde verpakking gekregen
        De pen lekt
        Houdbaarheidsdatum was voorbij
        Vlokken in de vloeistof
        De tabletten waren verkruimeld""",
    "quality en": """
        My pen is broken
        Tablets missing from the blister
        The needle was bent: bent needle
        Damaged packaging again
        The pen leaked everywhere
        It was expired
        Cloudy liquid with particles in it
        The pen jammed""",
    "counterfeit nl": """
        Volgens mij is het namaak
        Nep Ventora op de markt
        Vervalste pen gekregen
        Via Telegram gekocht
        Het hologram ontbreekt
        Besteld uit China
        Op marktplaats gekocht
        Zijn ze nagemaakt?""",
    "counterfeit en": """
        This looks fake
        A counterfeit pen
        Fake tablets in the box
        I bought it on Telegram
        No hologram on the box
        Bought them online cheap
        From a dodgy website
        Is this falsified?""",
    "interaction nl": """
        In combinatie met alcohol ging het mis
        Samen met ibuprofen
        Wisselwerking met mijn bloedverdunners
        Gaat niet samen met grapefruit
        Sint-janskruid en Calmira
        Er is een interactie met mijn hartpil
        Combineren met prednison
        Prednison erbij en toen""",
    "interaction en": """
        It interacts with my blood thinners
        Taken with alcohol
        In combination with prednisone
        Grapefruit and Calmira
        Together with my heart pills
        Interaction with warfarin
        On top of my other meds
        Mixing it with my water tablets""",
    "crisis nl": """
        Ik wil niet meer leven
        Ik denk aan zelfmoord
        Was ik maar dood
        Ik zie geen uitweg meer
        Ik maak er een eind aan
        Ik ga mezelf iets aandoen
        Soms wil ik gewoon niet meer wakker worden
        Iedereen is beter af zonder mij""",
    "crisis en": """
        I want to die
        I'm going to kill myself
        Better off dead
        I don't want to live like this
        There is no way out
        I have been cutting myself
        Thinking about suicide
        No reason to live""",
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
    "off-label nl": """
        Ik gebruik het om af te vallen
        Off-label voorgeschreven
        Eigenlijk niet voor bedoeld
        Tegen mijn rimpels
        Buiten de indicatie
        Het is niet voor geregistreerd
        Voor mijn kater
        Aan mijn kind gegeven""",
    "abuse nl": """
        Je wordt er lekker high van
        Hij snuift het
        Ik ben eraan verslaafd
        Een trip van jewelste, trippen
        Feestdrug
        Kick van die pil
        Fijnmalen en gaan
        Doorverkocht op straat""",
    "occupational-exposure en": """
        Needlestick injury on the ward
        I pricked myself with a used needle
        Stuck myself with a pen
        Splashed in my eye at the clinic
        Exposed at work
        A colleague got stuck
        I inhaled the powder
        Without gloves""",
    "occupational-exposure nl": """
        Prikaccident op de afdeling
        In mijn vinger geprikt met haar pen
        Ik heb me geprikt aan een gebruikte naald
        Op mijn werk in aanraking gekomen met de stof
        Poeder ingeademd
        Zonder handschoenen geholpen
        Het spatte in mijn oog
        Een collega heeft zich geprikt""",
    "off-label en": """
        I use it to lose weight
        Prescribed off-label
        It is not approved for that
        For my migraine, actually
        I gave it to my son
        As a diet pill
        For my hangover
        Not licensed for this""",
    "abuse en": """
        You get high on it
        He snorts it
        I am addicted to it
        Gives a nice buzz
        A party drug
        We take it for fun
        They sell them on
        Recreational use""",
    "infection nl": """
        Die pen was niet steriel
        Een besmette pen
        Infectie door de prik
        Schimmel in de pen
        Besmet geraakt
        Hepatitis door de naald
        Een vervuilde naald
        Er zat een bacterie in""",
    "infection en": """
        The pen was not sterile
        Contaminated batch
        Infection from the injection
        Mould in the pen
        A dirty needle
        Hepatitis from the pen
        Bacteria in the liquid
        It was tainted: a tainted batch""",
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

# The words of a family in another sense: that category must not be named.
NEAR = {
    "adverse-event": """
        Hartstikke leuk
        Painfully slow website
        Koortsachtig gezocht naar mijn sleutels
        The rather long strike is over
        In het verleden""",
    "pregnancy": """
        De zanger was goed
        A great trial lesson
        De kindertuin is open
        Still waiting for the bus
        Mijn zwager komt ook""",
    "overdose": """
        Te veel regen dit jaar
        Too many cooks
        Twee keer gelezen
        Double trouble, nice film
        Genoeg is genoeg""",
    "medication-error": """
        Verkeerd verbonden
        Wrong number, sorry
        Ik ben mijn sleutels kwijt
        I forgot his birthday
        Vergeten te bellen""",
    "misuse": """
        Een ijsje met slagroom
        Sharing is caring
        Samen delen we het brood
        My own garden
        Mijn zus komt logeren""",
    "abuse": """
        Hoge bomen vangen wind
        High tea at four
        Verslaafd aan chocola
        A school trip to Ghent
        Ik ben dol op koffie""",
    "lack-of-effect": """
        Het werk ligt stil
        Lekker gewerkt vandaag
        The works council meets today
        Good music works wonders
        Wat doet hij voor werk?""",
    "quality": """
        De deur is kapot
        Broken hearts club
        Mooie kleuren in de tuin
        The tap is dripping
        Een leeg strand""",
    "counterfeit": """
        Nepnieuws natuurlijk
        Fake news again
        Echt een mooi cadeau
        A false start
        Een gouden hologram op mijn pasje""",
    "interaction": """
        Samen met mijn zus naar zee
        Together with my sister
        Leuke combinatie van kleuren
        Mixed feelings
        Wij gaan samen""",
    "infection": """
        Steriele kleuren in dat interieur
        An infectious laugh
        Een schone lei
        Clean kitchen at last
        Besmettelijk enthousiast""",
    "off-label": """
        Een nieuw platenlabel
        Label your boxes
        Afgevallen bladeren in de tuin
        Dresses off the rack
        Kinderen voor kinderen""",
    "occupational-exposure": """
        Ik werk in de zorg
        Work was fine today
        Handschoenen kwijt
        New gloves for winter
        Mijn collega trakteert""",
    "crisis": """
        Ik zie het helemaal zitten
        This killer sauce
        Het einde van de film was mooi
        The end of the week
        Doodsimpel recept""",
    "privacy": """
        Dat kost 50 euro
        We meet at 10.30
        Pagina 12 van 2024
        See you @ the market
        Nummer 1 in de hitlijst""",
    "spam": """
        Wij gaan wandelen
        Lovely to see you
        Mijn geld is op
        A link between us
        De winkel is dicht""",
    "thanks": """
        Tot morgen
        See you soon
        De denktank vergadert
        A fish tank
        Topografie was mijn vak""",
    "complaint": """
        De wachtkamer is licht
        The waiter was tall
        Een dure eed
        Service at nine on Sunday
        Prima geregeld""",
    "misinformation": """
        De farmacie studeert
        A chipped mug
        Onderzoek van de universiteit
        Poisonous plants in the garden
        Een goed boek""",
    "medical-question": """
        Ik kan goed koken
        He can sing
        Vandaag regent het
        Monday again
        Mooi weer""",
    "information": """
        Het is warm
        Sunny here
        Mijn tuin bloeit
        Roses everywhere
        Tot zondag""",
}

SILENT = {
    "nl": """
        Goedemorgen allemaal
        Wat een mooi weer vandaag
        Mijn hond is vandaag jarig
        Ik lach me dood om die film
        Hartelijk gefeliciteerd
        Hebben jullie het boek gelezen?
        Het concert was prachtig
        Wie gaat er mee wandelen
        In het verleden woonde ik in Gent
        Mooi zicht op zee daar
        De voorstelling begint om acht uur
        Kunnen we de kosten delen?
        Ik zag een licht in de verte
        Voorts wens ik jullie een fijne dag""",
    "en": """
        Good morning everyone
        What a lovely garden
        I was bored to death by that film
        Never been to Ghent
        My dog turns five today
        I cannot find the spelling list
        Did you see the match?
        The dough was too rough
        Dying to hear your story
        We went dancing, then dinner
        He is a pain in the neck
        Father and mother came over
        The rather long road home
        Cancel my seat please""",
}


def _cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(key, line.strip()) for key, text in table.items() for line in text.strip().split("\n")]


@pytest.mark.parametrize(("family", "text"), _cases(HITS))
def test_an_example_of_a_category_is_found(screener: Screener, family: str, text: str) -> None:
    category = Category(family.split(maxsplit=1)[0])
    screening = screener(text)
    assert category in {finding.category for finding in screening.findings}


@pytest.mark.parametrize(("family", "text"), _cases(NEAR))
def test_a_word_in_another_sense_is_not_named(screener: Screener, family: str, text: str) -> None:
    assert Category(family) not in {finding.category for finding in screener(text).findings}


@pytest.mark.parametrize(("language", "text"), _cases(SILENT))
def test_small_talk_raises_no_flag(screener: Screener, language: str, text: str) -> None:
    screening = screener(text)
    assert screening.tier is Tier.NONE, (language, screening.findings)


@pytest.mark.parametrize(
    "text",
    [
        line
        for family, line in _cases(HITS)
        if family.split(maxsplit=1)[0]
        in {"adverse-event", "crisis", "pregnancy", "overdose", "quality"}
    ],
)
def test_what_must_reach_pv_is_at_least_looked_at(screener: Screener, text: str) -> None:
    assert screener(text).tier >= Tier.CHECK


@pytest.mark.parametrize("text", [line for key, line in _cases(HITS) if key.startswith("crisis")])
def test_a_crisis_outranks_everything(screener: Screener, text: str) -> None:
    assert screener(text).tier is Tier.STRONG
