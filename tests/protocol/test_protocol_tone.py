"""Medical advice in two languages: sentences that a desk may say, and those it may not."""

import pytest

from webcare_desk.paths import protocols_dir
from webcare_desk.protocol.library import load_pack
from webcare_desk.protocol.tone import advice_in

REFUSED_NL = """\
Stop direct met de pillen en bel je arts.
Neem een paracetamol en bel je huisarts.
Stop met het medicijn, je arts weet ervan.
Bel je arts of stop met de tabletten.
Twijfel niet en stop met de kuur.
Geen paniek, stop gewoon met de pillen.
Stop met de pillen als het niet helpt.
Neem een paracetamol als je geen koorts hebt.
Neem niets anders, slik gewoon twee tabletten.
Stop, voor de zekerheid, met de behandeling.
Verhoog de dosis voordat je je arts belt.
Sla morgen de pen over en vraag het de apotheker.
Ga gewoon door met slikken.
Blijf de pillen gewoon slikken.
Je moet stoppen met de pillen.
Dan kun je de prik overslaan.
Je kan rustig doorgaan met het medicijn.
U kunt gerust doorgaan.
U mag best stoppen.
Stoppen met de pillen is het beste.
Wij adviseren te stoppen met de tabletten.
Dit is gewoon onschuldig.
Dat is echt heel normaal.
Da's normaal.
Dat lijkt ons ongevaarlijk.
Die klachten zijn meestal veilig.
Dat komt waarschijnlijk door het medicijn.
Dat hoort erbij, maar vraag het je arts.
Dat gaat vanzelf over, zegt je arts.
Geen zorgen, je huisarts helpt je.
Vraag je arts of 500 mg genoeg is."""
ALLOWED_NL = """\
Stop nooit met een behandeling zonder overleg met je arts.
Stop niet zomaar met je medicijnen.
Stop of verander niets aan je behandeling op eigen houtje.
Neem niets extra om het goed te maken.
Neem geen extra tablet.
Neem vandaag contact op met je arts over je tabletten.
Neem de tabletten mee naar je apotheek.
Gebruik het middel niet en bewaar het met de verpakking.
Gebruik de tabletten niet meer voordat je apotheker ze heeft gezien.
Vraag je arts of je mag stoppen met de pillen.
Vraag je arts of stoppen met de pillen verstandig is.
Overleg met je arts hoe je de dosis kunt verhogen.
Je kunt je arts vragen of stoppen met de pillen kan.
Vraag je apotheker of dat middel veilig is.
Bespreek met je arts wanneer je kunt beginnen met de kuur.
Je arts weet of het komt door het medicijn.
Wil je stoppen met je medicijnen, praat dan met je arts.
Als je stopt met je pillen, laat dat dan je arts weten.
Je kunt nooit zelf stoppen met de behandeling.
Wij kunnen je niet adviseren te stoppen met de pillen.
Het begin van de behandeling is voor veel mensen zwaar.
Vertel je arts welke tabletten je gebruikt.
Je gegevens zijn hier veilig.
Dat is niet normaal, bel je arts.
Is dat normaal? Je arts weet het.
Plaats het gerust opnieuw zonder die gegevens.
Sla dit bericht op en neem je medicijnlijst mee.
Stop met schelden, dat is niet aardig.
Neem de tijd en bel ons morgen.
Gebruik het formulier om te melden welke tabletten je neemt.
Bel meteen je arts, ook als je nog niets merkt."""
REFUSED_EN = """\
Stop taking the pills and call your doctor.
Take two tablets and call your doctor.
Take two tablets without asking your doctor.
Take two tablets, not three.
Call your doctor or stop the tablets.
Do not worry, just stop the tablets.
Do not panic and take a paracetamol.
Just stop taking your tablets, your pharmacist agrees.
You should stop the medicine before you see a doctor.
You do not need a doctor: skip the next dose.
If you are not well stop the pills.
When you feel better stop the treatment.
Before lunch take an aspirin.
Stop, to be sure, with the treatment.
Nothing will happen if you double the dose, so double the dose.
We recommend stopping the tablets.
Stop taking it and see a doctor.
Do not stop, keep taking the pills.
You can safely go on.
It's harmless.
It\u2019s quite harmless.
That's normal.
They're perfectly safe.
That is totally harmless.
These symptoms are really very normal.
That sounds harmless to us.
It's probably caused by your medicine.
It will go away by itself, ask your doctor.
Don\u2019t worry, your doctor knows.
There is nothing to worry about.
Ask your doctor whether 500 mg is enough."""
ALLOWED_EN = """\
Please never stop a treatment without talking to your doctor.
Never stop or change your tablets without asking.
Do not just stop the tablets.
Don't stop taking your pills without asking your doctor.
You should not stop the treatment on your own.
Nobody should stop the tablets without asking.
We cannot advise you to stop the medicine.
Please do not take anything extra.
Take no tablets from that box.
Ask your doctor whether to stop the treatment.
Ask your doctor if you should stop the tablets.
Your pharmacist knows when to take the tablets.
Talk to your doctor before you stop taking the pills.
If you want to stop the treatment, talk to your doctor.
If you take tablets as well, tell your doctor.
Tell your doctor that you take tablets.
Tell your pharmacist which tablets you use.
Take the tablets with you to the pharmacy.
Take the tablets to your pharmacist.
Please do not use the product and keep it with its package.
The start of the treatment can be hard.
Please use our form for signing up.
Ask your doctor whether that is safe.
We cannot say whether it is caused by the medicine.
This is a safe place to talk.
That is not normal, call your doctor.
Your doctor can tell you if it's normal.
Please stop calling people names.
Please use our form to report which tablets you take.
Start by telling us which treatment you have.
We continue to follow all reports about the treatment.
Call your doctor as well if you have already used some of it.
Contact your doctor today, also if you do not notice anything."""


@pytest.mark.parametrize("text", REFUSED_NL.splitlines())
def test_advice_in_dutch_is_refused(text: str) -> None:
    assert advice_in(text, "nl") is not None


@pytest.mark.parametrize("text", ALLOWED_NL.splitlines())
def test_what_sends_to_the_doctor_in_dutch_is_allowed(text: str) -> None:
    assert advice_in(text, "nl") is None


@pytest.mark.parametrize("text", REFUSED_EN.splitlines())
def test_advice_in_english_is_refused(text: str) -> None:
    assert advice_in(text, "en") is not None


@pytest.mark.parametrize("text", ALLOWED_EN.splitlines())
def test_what_sends_to_the_doctor_in_english_is_allowed(text: str) -> None:
    assert advice_in(text, "en") is None


@pytest.mark.parametrize("pack", ["base", "varen", "nl", "be"])
def test_no_shipped_reply_gives_advice(pack: str) -> None:
    assert load_pack(protocols_dir(), pack).problems == ()
