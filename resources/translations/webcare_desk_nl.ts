<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AccountDialog</name>
    <message>
        <source>A further account</source>
        <translation>Nog een account</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>Account maken</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Inlognaam</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Volledige naam</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>Eerste wachtwoord</translation>
    </message>
    <message>
        <source>It serves once: the person chooses another one when first logging in.</source>
        <translation>Het geldt één keer: de persoon kiest bij het eerste inloggen een ander.</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Fill in a login and a name.</source>
        <translation>Vul een inlognaam en een naam in.</translation>
    </message>
    <message>
        <source>Asked for: it waits under Supervision, Approvals.</source>
        <translation>Aangevraagd: het wacht onder Toezicht, Goedkeuringen.</translation>
    </message>
</context>
<context>
    <name>AccountsTab</name>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>May log in</source>
        <translation>Mag inloggen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Nieuw wachtwoord…</translation>
    </message>
    <message>
        <source>Drop the codes</source>
        <translation>Codes weghalen</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Account toevoegen…</translation>
    </message>
    <message>
        <source>{name} — closed</source>
        <translation>{name} — gesloten</translation>
    </message>
    <message>
        <source>log-in with a code</source>
        <translation>inloggen met een code</translation>
    </message>
    <message>
        <source>log-in without a code</source>
        <translation>inloggen zonder code</translation>
    </message>
    <message>
        <source>This account was changed elsewhere; this is how it is now.</source>
        <translation>Dit account is elders gewijzigd; zo is het nu.</translation>
    </message>
    <message>
        <source>Asked for: it waits under Supervision, Approvals.</source>
        <translation>Aangevraagd: het wacht onder Toezicht, Goedkeuringen.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Opgeslagen.</translation>
    </message>
    <message>
        <source>Nobody may do any more what only these roles may: {roles}. Give them to somebody.</source>
        <translation>Niemand mag nog wat alleen deze rollen mogen: {roles}. Geef ze aan iemand.</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>This comment is on its way to PV: what is new follows when it has left.</source>
        <extracomment>LockCause, nothing, str: a lock or the training test is wanted; a command is run.</extracomment>
        <translation>Deze reactie is op weg naar PV: wat nieuw is volgt zodra zij weg is.</translation>
    </message>
    <message>
        <source>This comment does not wait for PV.</source>
        <translation>Deze reactie wacht niet op PV.</translation>
    </message>
    <message>
        <source>Nothing was just done that can be undone.</source>
        <translation>Er is net niets gedaan dat ongedaan gemaakt kan worden.</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle opdrachten</translation>
    </message>
    <message>
        <source>A command, or the number of a comment</source>
        <translation>Een opdracht, of het nummer van een reactie</translation>
    </message>
    <message>
        <source>There is no comment {number}.</source>
        <translation>Reactie {number} bestaat niet.</translation>
    </message>
</context>
<context>
    <name>AlertsTab</name>
    <message>
        <source>No alert has been raised.</source>
        <translation>Er is geen waarschuwing gegeven.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Waarschuwingen</translation>
    </message>
    <message>
        <source>I have looked at this</source>
        <translation>Ik heb dit bekeken</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong try(s) for {name}, also the right password with a wrong code</source>
        <translation>
            <numerusform>%n foute poging voor {name}, met het juiste wachtwoord en een foute code</numerusform>
            <numerusform>%n foute pogingen voor {name}, ook met het juiste wachtwoord en een foute code</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong try(s) for {name}, also for a signature at an open window</source>
        <translation>
            <numerusform>%n foute poging voor {name}, voor een handtekening in een open venster</numerusform>
            <numerusform>%n foute pogingen voor {name}, ook voor een handtekening in een open venster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong try(s) for {name}</source>
        <translation>
            <numerusform>%n foute poging voor {name}</numerusform>
            <numerusform>%n foute pogingen voor {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n try(s) with logins that nobody has</source>
        <translation>
            <numerusform>%n poging met een login die niemand heeft</numerusform>
            <numerusform>%n pogingen met logins die niemand heeft</numerusform>
        </translation>
    </message>
    <message>
        <source>between {first} and {last}</source>
        <translation>tussen {first} en {last}</translation>
    </message>
    <message>
        <source>Five wrong tries in a row lock an account for a while and raise an alert. What was typed is not kept.</source>
        <translation>Vijf foute pogingen achter elkaar zetten een account een tijd op slot en geven een waarschuwing. Wat er getypt is, wordt niet bewaard.</translation>
    </message>
    <message>
        <source>looked at by {name}, {time}</source>
        <translation>bekeken door {name}, {time}</translation>
    </message>
</context>
<context>
    <name>AlikeCard</name>
    <message>
        <source>The same case</source>
        <translation>Dezelfde zaak</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Een andere zaak</translation>
    </message>
    <message>
        <source>Both texts</source>
        <translation>Beide teksten</translation>
    </message>
    <message>
        <source>same author</source>
        <translation>zelfde auteur</translation>
    </message>
    <message>
        <source>same product</source>
        <translation>zelfde product</translation>
    </message>
    <message>
        <source>same event</source>
        <translation>zelfde voorval</translation>
    </message>
    <message>
        <source>{percent} % the same words</source>
        <translation>{percent} % dezelfde woorden</translation>
    </message>
    <message>
        <source>This comment</source>
        <translation>Deze reactie</translation>
    </message>
    <message>
        <source>The earlier case</source>
        <translation>De eerdere zaak</translation>
    </message>
</context>
<context>
    <name>AnswerLine</name>
    <message>
        <source>Record PV&apos;s answer…</source>
        <extracomment>PV&apos;s answer is to be entered.</extracomment>
        <translation>Antwoord van PV vastleggen…</translation>
    </message>
    <message>
        <source>✓ PV has acknowledged it.</source>
        <translation>✓ PV heeft het bevestigd.</translation>
    </message>
    <message>
        <source>✓ PV has acknowledged it as {reference}.</source>
        <translation>✓ PV heeft het bevestigd als {reference}.</translation>
    </message>
    <message>
        <source>PV says that it is no case.</source>
        <translation>PV zegt dat het geen zaak is.</translation>
    </message>
    <message>
        <source>PV says that it is no case ({reference}).</source>
        <translation>PV zegt dat het geen zaak is ({reference}).</translation>
    </message>
    <message>
        <source>Escalated {time}. It is done only when PV acknowledges.</source>
        <translation>Geëscaleerd {time}. Het is pas klaar als PV bevestigt.</translation>
    </message>
</context>
<context>
    <name>ApprovalBoard</name>
    <message>
        <source>Put a protocol in force</source>
        <translation>Een protocol van kracht laten worden</translation>
    </message>
    <message>
        <source>Switch off a rule that finds reports</source>
        <translation>Een regel uitzetten die meldingen vindt</translation>
    </message>
    <message>
        <source>Give an account roles</source>
        <translation>Een account rollen geven</translation>
    </message>
    <message>
        <source>Erase a person&apos;s data</source>
        <translation>Gegevens van een persoon wissen</translation>
    </message>
    <message>
        <source>Go on with another log</source>
        <translation>Verder met een ander logboek</translation>
    </message>
    <message>
        <source>Put a backup in place</source>
        <translation>Een reservekopie terugzetten</translation>
    </message>
    <message>
        <source>Drop an account&apos;s codes</source>
        <translation>De codes van een account weghalen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wacht</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Goedgekeurd</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Afgewezen</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ingetrokken</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Uitgevoerd</translation>
    </message>
    <message>
        <source>Who asked never decides. Escalating never needs a second person.</source>
        <translation>Wie vroeg, beslist nooit. Doorgeven aan PV vraagt nooit een tweede persoon.</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Goedkeuringen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Verzoeken</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gevraagd</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Door</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Geldt nog</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Approve and sign…</source>
        <translation>Goedkeuren en tekenen…</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Afwijzen…</translation>
    </message>
    <message>
        <source>Erase now…</source>
        <translation>Nu wissen…</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Exactly what is signed</source>
        <translation>Precies wat wordt ondertekend</translation>
    </message>
    <message>
        <source>These words go for good: {whose}. Nobody can bring them back.</source>
        <translation>Deze woorden gaan voorgoed weg: {whose}. Niemand kan ze terughalen.</translation>
    </message>
    <message>
        <source>Erase now</source>
        <translation>Nu wissen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Intrekken</translation>
    </message>
    <message>
        <source>Nothing waits for a second person.</source>
        <translation>Niets wacht op een tweede persoon.</translation>
    </message>
    <message>
        <source>Run out</source>
        <translation>Verlopen</translation>
    </message>
    <message>
        <source>Overtaken</source>
        <translation>Achterhaald</translation>
    </message>
    <message>
        <source>Asked by {who}, {time}</source>
        <translation>Gevraagd door {who}, {time}</translation>
    </message>
    <message>
        <source>The account that asked is closed.</source>
        <translation>Het account van de aanvrager is gesloten.</translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation>Wat het verandert</translation>
    </message>
    <message>
        <source>Decided by {who}, {time}</source>
        <translation>Besloten door {who}, {time}</translation>
    </message>
    <message>
        <source>Used {time}</source>
        <translation>Gebruikt {time}</translation>
    </message>
    <message>
        <source>It was not used in time: ask for it again.</source>
        <translation>Niet op tijd gebruikt: vraag het opnieuw aan.</translation>
    </message>
    <message>
        <source>Digest of the record</source>
        <translation>Vingerafdruk van het document</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lezen…</translation>
    </message>
    <message>
        <source>Approve: {what}</source>
        <translation>Goedkeuren: {what}</translation>
    </message>
    <message>
        <source>Decline: why?</source>
        <translation>Afwijzen: waarom?</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Voorgoed wissen</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are erased; the log still holds.</source>
        <translation>
            <numerusform>%n rij is gewist; het logboek klopt nog.</numerusform>
            <numerusform>%n rijen zijn gewist; het logboek klopt nog.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more comments were left out.</source>
        <translation>
            <numerusform>Nog %n reactie is overgeslagen.</numerusform>
            <numerusform>Nog %n reacties zijn overgeslagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup may hold the text until {time}.</source>
        <translation>Een reservekopie kan de tekst nog bevatten tot {time}.</translation>
    </message>
</context>
<context>
    <name>Areas</name>
    <message>
        <source>Audit log</source>
        <extracomment>After how long an unmatched line stands out, in microseconds.</extracomment>
        <translation>Auditlogboek</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Goedkeuringen</translation>
    </message>
    <message>
        <source>Quality check</source>
        <translation>Kwaliteitscontrole</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>Afwijkingen</translation>
    </message>
    <message>
        <source>People online</source>
        <translation>Wie is er</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Dekking</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Screening</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Vergelijken met PV</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Questions for the poster</source>
        <extracomment>What one asks first: without it PV can do least (GVP VI.B.3).</extracomment>
        <translation>Vragen aan de schrijver</translation>
    </message>
    <message>
        <source>These words are not in the language of the comment.</source>
        <translation>Deze woorden zijn niet in de taal van de reactie.</translation>
    </message>
    <message>
        <source>Approved questions</source>
        <translation>Goedgekeurde vragen</translation>
    </message>
    <message>
        <source>1. In the open</source>
        <translation>1. In het openbaar</translation>
    </message>
    <message>
        <source>2. In private</source>
        <translation>2. In een privébericht</translation>
    </message>
    <message>
        <source>I have asked in another way; only record it</source>
        <translation>Ik heb het op een andere manier gevraagd; alleen vastleggen</translation>
    </message>
    <message>
        <source>The desk posts nothing; it keeps what you asked and waits from now on.</source>
        <translation>De desk plaatst niets, maar legt vast wat je hebt gevraagd en wacht vanaf nu op antwoord.</translation>
    </message>
    <message>
        <source>The desk posts the first as a reply; send the second when the poster writes in private.</source>
        <translation>De desk plaatst de eerste als antwoord; stuur de tweede zodra de schrijver een privébericht stuurt.</translation>
    </message>
    <message>
        <source>Post it and record</source>
        <translation>Plaatsen en vastleggen</translation>
    </message>
    <message>
        <source>Only record</source>
        <translation>Alleen vastleggen</translation>
    </message>
    <message>
        <source>Your role posts no replies: ask in another way, or let a moderator post it.</source>
        <translation>Jouw rol plaatst geen antwoorden: vraag het op een andere manier, of laat een moderator het plaatsen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Entry</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessie</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Handeling</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>The bytes that were hashed</source>
        <translation>De bytes waarover de hash gaat</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>What changed (texts by their digest)</source>
        <translation>Wat er veranderde (van teksten de digest)</translation>
    </message>
    <message>
        <source>digest of the texts</source>
        <translation>digest van de teksten</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>niet gezet</translation>
    </message>
    <message>
        <source>The log holds: {size} entries, all signed, and each of the desk&apos;s {rows} rows is what it says. Head {root}</source>
        <translation>Het logboek klopt: {size} regels, alle ondertekend, en elk van de {rows} rijen van de desk is wat het zegt. Kop {root}</translation>
    </message>
    <message>
        <source>The check was stopped: whether the log holds is not known.</source>
        <translation>De controle is gestopt: of het logboek klopt, is niet bekend.</translation>
    </message>
    <message>
        <source>The log holds, but the desk is not what it says: {flaw}.</source>
        <translation>Het logboek klopt, maar de desk is niet wat het zegt: {flaw}.</translation>
    </message>
    <message>
        <source>The log does not hold: {flaw}.</source>
        <translation>Het logboek klopt niet: {flaw}.</translation>
    </message>
    <message>
        <source>Replayed {entries} entries: all {rows} rows are equal.</source>
        <translation>{entries} regels nagespeeld: alle {rows} rijen zijn gelijk.</translation>
    </message>
    <message>
        <source>Replayed {entries} entries: {count} rows differ, first {first}.</source>
        <translation>{entries} regels nagespeeld: {count} rijen verschillen, als eerste {first}.</translation>
    </message>
    <message>
        <source>The ending of the name says what is written: {endings}.</source>
        <translation>De extensie van de naam zegt wat er wordt geschreven: {endings}.</translation>
    </message>
    <message>
        <source>{file} is written, and its own verify.py says: {flaw}</source>
        <translation>{file} is geschreven, en de eigen verify.py zegt: {flaw}</translation>
    </message>
    <message>
        <source>{count} entries are in {file}.</source>
        <translation>{count} regels staan in {file}.</translation>
    </message>
    <message>
        <source>An inspection package is of the whole desk or of one comment: choose no other filter than the comment, or write a file of another kind.</source>
        <translation>Een inspectiepakket gaat over de hele desk of over één reactie: kies geen ander filter dan de reactie, of schrijf een ander soort bestand.</translation>
    </message>
</context>
<context>
    <name>AuditWindow</name>
    <message>
        <source>Verify the log</source>
        <translation>Logboek verifiëren</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Naspelen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Story of the comment</source>
        <translation>Verhaal van de reactie</translation>
    </message>
    <message>
        <source>No entry fits this filter.</source>
        <translation>Geen regel past bij dit filter.</translation>
    </message>
    <message>
        <source>{count} of {size} entries hold so far…</source>
        <translation>{count} van {size} regels kloppen tot nu toe…</translation>
    </message>
    <message>
        <source>Export the entries</source>
        <translation>Regels exporteren</translation>
    </message>
    <message>
        <source>Table (*.csv);;JSON Lines (*.jsonl);;Page (*.html);;PDF (*.pdf)</source>
        <translation>Tabel (*.csv);;JSON Lines (*.jsonl);;Pagina (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>;;Inspection package (*.zip)</source>
        <translation>;;Inspectiepakket (*.zip)</translation>
    </message>
    <message>
        <source>Writing the entries…</source>
        <translation>Regels wegschrijven…</translation>
    </message>
    <message>
        <source>Reading the whole log…</source>
        <translation>Het hele logboek lezen…</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Auditlogboek</translation>
    </message>
    <message>
        <source>The entry in full</source>
        <translation>De hele regel</translation>
    </message>
    <message>
        <source>Choose an entry.</source>
        <translation>Kies een regel.</translation>
    </message>
    <message>
        <source>Entries</source>
        <extracomment>How many entries a check has read; from its worker.</extracomment>
        <translation>Regels</translation>
    </message>
</context>
<context>
    <name>BacktestPane</name>
    <message>
        <source>Run the backtest</source>
        <extracomment>Event, Progress: the run that found it, and how far it came.</extracomment>
        <translation>Draai de terugtest</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Classified differently</source>
        <translation>Anders ingedeeld</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Eerst</translation>
    </message>
    <message>
        <source>With this version</source>
        <translation>Met deze versie</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Replays every comment of this desk through the version shown above. Nothing is changed.</source>
        <translation>Speelt elke reactie van deze desk af door de versie hierboven. Er verandert niets.</translation>
    </message>
    <message>
        <source>{read} of {of} comments; {count} classified differently so far</source>
        <translation>{read} van {of} reacties; {count} tot nu toe anders ingedeeld</translation>
    </message>
    <message>
        <source>Stopped: {read} of {of} comments were read. </source>
        <translation>Gestopt: {read} van {of} reacties zijn gelezen. </translation>
    </message>
    <message>
        <source>{read} comments read, {count} classified differently. Crises found: {crises}, lost: {gone}. To look at for PV or as a crisis and not before: {new}; less grave than before: {lost}.</source>
        <translation>{read} reacties gelezen, {count} anders ingedeeld. Crises gevonden: {crises}, verloren: {gone}. Te bekijken voor PV of als crisis en eerst niet: {new}; minder ernstig dan eerst: {lost}.</translation>
    </message>
    <message>
        <source>Comment {number}</source>
        <translation>Reactie {number}</translation>
    </message>
    <message>
        <source>Rules: {names}</source>
        <translation>Regels: {names}</translation>
    </message>
    <message>
        <source>It becomes work for the owner of the plan&apos;s first step once this version is in force.</source>
        <translation>Zodra deze versie geldt, wordt dit werk voor de eigenaar van de eerste stap van het plan.</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>Volledig</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Demo: secrets are kept in memory only, and nothing leaves this machine.</source>
        <translation>Demo: geheimen staan alleen in het geheugen, en niets verlaat deze computer.</translation>
    </message>
    <message>
        <source>Read only: {reason}</source>
        <translation>Alleen lezen: {reason}</translation>
    </message>
    <message>
        <source>The clock of this computer is behind the log, which has an entry of {time}: set it right before you go on. Deadlines and day zero go by it.</source>
        <translation>De klok van deze computer loopt achter op het logboek, waarin een regel van {time} staat: zet de klok goed voordat je verdergaat. Termijnen en dag nul gaan ernaar.</translation>
    </message>
    <message>
        <source>You read only. What you look at is logged.</source>
        <translation>Je leest alleen. Wat je bekijkt, staat in het logboek.</translation>
    </message>
    <message>
        <source>Take the test</source>
        <translation>Toets maken</translation>
    </message>
    <message>
        <source>Show the alerts</source>
        <translation>Waarschuwingen tonen</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) wait(s) for a second person: you may decide.</source>
        <translation>
            <numerusform>%n verzoek wacht op een tweede persoon: jij mag beslissen.</numerusform>
            <numerusform>%n verzoeken wachten op een tweede persoon: jij mag beslissen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the requests</source>
        <translation>Toon de verzoeken</translation>
    </message>
    <message>
        <source>The settings name another language by now: the window speaks it once somebody logs in again.</source>
        <translation>De instellingen noemen inmiddels een andere taal: het venster spreekt die zodra er opnieuw wordt ingelogd.</translation>
    </message>
    <message>
        <source>The way to PV was changed and nobody has looked since. {receiver}</source>
        <translation>De weg naar PV is gewijzigd en niemand heeft er sindsdien naar gekeken. {receiver}</translation>
    </message>
    <message>
        <source>I have looked at this</source>
        <translation>Ik heb dit bekeken</translation>
    </message>
    <message>
        <source>The settings name another pack, {name}; {pack} stays in force until `webcare-desk protocol use` puts that in its place. Packets go where these settings say already: {way}.</source>
        <translation>De instellingen noemen een ander protocol, {name}; {pack} blijft van kracht tot `webcare-desk protocol use` het vervangt. Pakketten naar PV gaan al waarheen deze instellingen zeggen: {way}.</translation>
    </message>
    <message>
        <source>Made-up names go out from this desk, in replies or in reports to PV: {names}. Put yours in their place: `webcare-desk doctor` says where.</source>
        <translation>Vanaf dit desk gaan verzonnen namen naar buiten, in antwoorden of in meldingen aan PV: {names}. Zet die van jullie ervoor in de plaats: `webcare-desk doctor` zegt waar.</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>Problemen tonen</translation>
    </message>
    <message>
        <source>Problems of the protocol</source>
        <translation>Problemen van het protocol</translation>
    </message>
    <message>
        <source>This desk was put back from a backup. Nothing is sent or read until two persons have confirmed it: `webcare-desk backup confirm`.</source>
        <translation>Deze desk is teruggezet uit een reservekopie. Er wordt niets verstuurd of opgehaald tot twee personen dat hebben bevestigd: `webcare-desk backup confirm`.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s): wrong tries to enter or to sign. Look at this now.</source>
        <translation>
            <numerusform>%n waarschuwing: foute pogingen om in te loggen of te ondertekenen. Kijk hier nu naar.</numerusform>
            <numerusform>%n waarschuwingen: foute pogingen om in te loggen of te ondertekenen. Kijk hier nu naar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The protocol has %n problem(s); what was approved last stays in force.</source>
        <translation>
            <numerusform>Het protocol heeft %n probleem; wat het laatst is goedgekeurd blijft van kracht.</numerusform>
            <numerusform>Het protocol heeft %n problemen; wat het laatst is goedgekeurd blijft van kracht.</numerusform>
        </translation>
    </message>
    <message>
        <source>A changed protocol waits for a second person; the one before it stays in force.</source>
        <translation>Een gewijzigd protocol wacht op een tweede persoon; het vorige blijft van kracht.</translation>
    </message>
    <message numerus="yes">
        <source>It switches off %n rule(s) that send to PV.</source>
        <translation>
            <numerusform>Het schakelt %n regel uit die naar PV stuurt.</numerusform>
            <numerusform>Het schakelt %n regels uit die naar PV sturen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BeginDialog</name>
    <message>
        <source>A new review of the log</source>
        <translation>Een nieuwe controle van het logboek</translation>
    </message>
    <message>
        <source>Ask the log</source>
        <translation>Bevraag het logboek</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Drawn at random</source>
        <translation>Willekeurig getrokken</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>In full</source>
        <extracomment>Something was done: the counts may differ. The comment that a row is about is to be shown. An act is under way, or what is shown after it has not been seen yet.</extracomment>
        <translation>Volledig</translation>
    </message>
</context>
<context>
    <name>ByHandDialog</name>
    <message>
        <source>Report to PV by phone or mail</source>
        <translation>Melden aan PV per telefoon of mail</translation>
    </message>
    <message>
        <source>The desk cannot send it. Read it out or mail it, note time, name and number on paper, and record it when the desk works again: `webcare-desk escalation late`.</source>
        <translation>De desk kan het niet versturen. Lees het voor of mail het, noteer tijd, naam en nummer op papier, en leg het vast zodra de desk weer werkt: `webcare-desk escalation late`.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Gekopieerd.</translation>
    </message>
    <message>
        <source>Saved as {place}.</source>
        <translation>Opgeslagen als {place}.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Opslaan als PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>A folder for the PDF</source>
        <translation>Een map voor de PDF</translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>PV&apos;s answer…</source>
        <extracomment>The acts on a case: what stands on the button, and its key.</extracomment>
        <translation>Antwoord van PV…</translation>
    </message>
    <message>
        <source>Follow-up…</source>
        <translation>Vervolg…</translation>
    </message>
    <message>
        <source>Change what was told wrongly…</source>
        <translation>Fout rechtzetten…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Intrekken…</translation>
    </message>
    <message>
        <source>Questions…</source>
        <translation>Vragen…</translation>
    </message>
    <message>
        <source>Same or not…</source>
        <translation>Hetzelfde?…</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Pakket</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Afsluiten</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Clocks</source>
        <translation>Klokken</translation>
    </message>
    <message>
        <source>The four criteria</source>
        <translation>De vier criteria</translation>
    </message>
    <message>
        <source>Possibly the same case</source>
        <translation>Mogelijk dezelfde zaak</translation>
    </message>
    <message>
        <source>Always in the packet</source>
        <translation>Altijd in het pakket</translation>
    </message>
    <message>
        <source>Words that may point to seriousness</source>
        <translation>Woorden die op ernst kunnen wijzen</translation>
    </message>
    <message>
        <source>Special situations, with their code in G.k.10.r</source>
        <extracomment>How many situations stand beside each other, and from which size of letters on only one does. Something was typed, ticked or chosen.</extracomment>
        <translation>Bijzondere situaties, met hun code in G.k.10.r</translation>
    </message>
    <message>
        <source>Special situations, in the narrative alone until a product is chosen</source>
        <translation>Bijzondere situaties, alleen in het verhaal tot een product is gekozen</translation>
    </message>
    <message>
        <source>Remark for PV (optional)</source>
        <translation>Opmerking voor PV (niet verplicht)</translation>
    </message>
    <message>
        <source>(none of its own: platform and number)</source>
        <translation>(geen eigen link: platform en nummer)</translation>
    </message>
    <message>
        <source>(defaulted: the page&apos;s own)</source>
        <translation>(aangenomen: dat van de pagina)</translation>
    </message>
    <message>
        <source>First viewed: {seen}. Day zero: {time}</source>
        <translation>Voor het eerst gezien: {seen}. Dag nul: {time}</translation>
    </message>
    <message>
        <source>First viewed, day zero: {time}</source>
        <translation>Voor het eerst gezien, dag nul: {time}</translation>
    </message>
    <message>
        <source>Due at PV: {time} ({left})</source>
        <translation>Uiterlijk bij PV: {time} ({left})</translation>
    </message>
    <message>
        <source>PV&apos;s own clock: day 15 (serious) is {serious}, day 90 is {other}</source>
        <translation>De klok van PV: dag 15 (ernstig) is {serious}, dag 90 is {other}</translation>
    </message>
    <message>
        <source>{words}: passed on as words; PV decides what is serious.</source>
        <translation>{words}: gaat als woorden mee; PV beslist wat ernstig is.</translation>
    </message>
    <message>
        <source>E2B(R3): G.k.10.r = {code}</source>
        <translation>E2B(R3): G.k.10.r = {code}</translation>
    </message>
    <message>
        <source>E2B(R3) has no code: told in the narrative</source>
        <translation>E2B(R3) heeft er geen code voor: staat in het verhaal</translation>
    </message>
</context>
<context>
    <name>CheckBoard</name>
    <message>
        <source>Read the comment yourself before you agree. Your own are not offered.</source>
        <translation>Lees de reactie zelf voordat je instemt. Je eigen besluiten staan er niet bij.</translation>
    </message>
    <message>
        <source>Quality check</source>
        <translation>Kwaliteitscontrole</translation>
    </message>
    <message>
        <source>Decisions to check</source>
        <translation>Na te kijken besluiten</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Uiterlijk</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Besluit</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Draw…</source>
        <translation>Steekproef…</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Eens</translation>
    </message>
    <message>
        <source>Disagree…</source>
        <translation>Oneens…</translation>
    </message>
    <message>
        <source>No decision waits for your check. N draws some.</source>
        <translation>Geen besluit wacht op je. N trekt een steekproef.</translation>
    </message>
    <message>
        <source>No decision waits for a check. A supervisor draws some.</source>
        <translation>Geen besluit wacht op een controle. Een supervisor trekt een steekproef.</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Nagelezen</translation>
    </message>
    <message>
        <source>{kind}: {checked} of {drawn} checked, {wrong} disagreed ({low}–{high})</source>
        <translation>{kind}: {checked} van {drawn} nagekeken, {wrong} oneens ({low}–{high})</translation>
    </message>
    <message>
        <source>; {erased} more were erased unchecked</source>
        <translation>; nog {erased} zijn gewist zonder controle</translation>
    </message>
    <message>
        <source>Drawn {time}, “not a report”: {checked} of {drawn} checked, {missed} missed</source>
        <translation>Getrokken {time}, ‘geen melding’: {checked} van {drawn} nagekeken, {missed} gemist</translation>
    </message>
    <message>
        <source>; misses are fewer than {share} % (95 %, one-sided)</source>
        <translation>; minder dan {share} % is gemist (95 %, eenzijdig)</translation>
    </message>
    <message>
        <source>Comment {number}</source>
        <translation>Reactie {number}</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>eens</translation>
    </message>
    <message>
        <source>disagrees</source>
        <translation>oneens</translation>
    </message>
    <message>
        <source>The last 90 days</source>
        <translation>De laatste 90 dagen</translation>
    </message>
    <message>
        <source>A check found a report in what was closed as none.</source>
        <translation>Een controle vond een melding in wat als ‘geen melding’ was afgesloten.</translation>
    </message>
    <message>
        <source>Comment {number} goes to PV with the awareness time it always had; a deviation is open.</source>
        <translation>Reactie {number} gaat naar PV met het kennisnamemoment dat er altijd was; er staat een afwijking open.</translation>
    </message>
    <message>
        <source>Comment {number} is open again, with the awareness time it always had; a deviation is open.</source>
        <translation>Reactie {number} staat weer open, met het kennisnamemoment dat er altijd was; er staat een afwijking open.</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>{time} late</source>
        <translation>{time} te laat</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} d</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} d {hours} u</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} u {minutes} min</translation>
    </message>
    <message>
        <source>&lt;1 min</source>
        <translation>&lt;1 min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} u</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time} geleden</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>zojuist</translation>
    </message>
    <message>
        <source>on {time}</source>
        <translation>op {time}</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>Reply</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>No reply is due</source>
        <translation>Geen antwoord nodig</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Loopt niet</translation>
    </message>
    <message>
        <source>PV has answered</source>
        <translation>PV heeft geantwoord</translation>
    </message>
    <message>
        <source>PV must know</source>
        <translation>PV moet het weten</translation>
    </message>
    <message>
        <source>PV answers</source>
        <translation>PV antwoordt</translation>
    </message>
    <message>
        <source>Why {time}?</source>
        <translation>Waarom {time}?</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) on which the office opens, after {time}:</source>
        <translation>
            <numerusform>%n dag waarop het kantoor open is, na {time}:</numerusform>
            <numerusform>%n dagen waarop het kantoor open is, na {time}:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calendar day(s) after {time}:</source>
        <translation>
            <numerusform>%n kalenderdag na {time}:</numerusform>
            <numerusform>%n kalenderdagen na {time}:</numerusform>
        </translation>
    </message>
    <message>
        <source>{length} of office time, counted from {time}:</source>
        <translation>{length} kantoortijd, geteld vanaf {time}:</translation>
    </message>
    <message>
        <source>{length} by the clock, counted from {time}:</source>
        <translation>{length} op de klok, geteld vanaf {time}:</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>Log in with a code</source>
        <translation>Inloggen met een code</translation>
    </message>
    <message>
        <source>Use codes from now on</source>
        <translation>Voortaan codes gebruiken</translation>
    </message>
    <message>
        <source>Let an authenticator on your telephone read the picture, or type the key.</source>
        <translation>Laat een authenticator op je telefoon de afbeelding lezen, of typ de sleutel over.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Sleutel</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Huidig wachtwoord</translation>
    </message>
    <message>
        <source>First code</source>
        <translation>Eerste code</translation>
    </message>
</context>
<context>
    <name>CodeEdit</name>
    <message>
        <source>The file</source>
        <extracomment>What is offered: from the text and a place in it to the part typed, and what it may become.</extracomment>
        <translation>Het bestand</translation>
    </message>
    <message>
        <source>What may be written here</source>
        <translation>Wat hier mag staan</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Read the comment</source>
        <translation>Reactie lezen</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Escalate to PV…</source>
        <translation>Escaleren naar PV…</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Interne notitie</translation>
    </message>
    <message>
        <source>Other comments of this author</source>
        <translation>Andere reacties van deze schrijver</translation>
    </message>
    <message>
        <source>Claim or release</source>
        <translation>Oppakken of loslaten</translation>
    </message>
    <message>
        <source>Say what it is…</source>
        <translation>Zeggen wat het is…</translation>
    </message>
    <message>
        <source>Confirm the next hint</source>
        <translation>Volgende aanwijzing bevestigen</translation>
    </message>
    <message>
        <source>A step of the plan was done…</source>
        <translation>Een stap van het plan is gedaan…</translation>
    </message>
    <message>
        <source>Hide or show again…</source>
        <translation>Verbergen of weer tonen…</translation>
    </message>
    <message>
        <source>Delete on the platform…</source>
        <translation>Verwijderen op het platform…</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Toewijzen…</translation>
    </message>
    <message>
        <source>Done: close with a reason…</source>
        <translation>Klaar: afsluiten met een reden…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>Record PV&apos;s answer…</source>
        <translation>Antwoord van PV vastleggen…</translation>
    </message>
    <message>
        <source>Undo what was just done, if that is possible</source>
        <translation>Ongedaan maken wat net is gedaan, als dat kan</translation>
    </message>
    <message>
        <source>Try a failed delivery again</source>
        <translation>Mislukte verzending opnieuw proberen</translation>
    </message>
    <message>
        <source>Erase a person&apos;s data…</source>
        <translation>Persoonsgegevens wissen…</translation>
    </message>
    <message>
        <source>Legal hold…</source>
        <translation>Bewaarplicht…</translation>
    </message>
    <message>
        <source>Next comment</source>
        <translation>Volgende reactie</translation>
    </message>
    <message>
        <source>Previous comment</source>
        <translation>Vorige reactie</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Terug naar de lijst</translation>
    </message>
    <message>
        <source>Show what has arrived</source>
        <translation>Tonen wat is binnengekomen</translation>
    </message>
    <message>
        <source>Most suspect first, or nearest deadline</source>
        <translation>Verdachtste eerst, of de eerste termijn</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Go to Crisis</source>
        <translation>Naar Crisis</translation>
    </message>
    <message>
        <source>Go to Safety</source>
        <translation>Naar Veiligheid</translation>
    </message>
    <message>
        <source>Go to Quality</source>
        <translation>Naar Kwaliteit</translation>
    </message>
    <message>
        <source>Go to Questions</source>
        <translation>Naar Vragen</translation>
    </message>
    <message>
        <source>Go to Other</source>
        <translation>Naar Overig</translation>
    </message>
    <message>
        <source>Go to Waiting for PV</source>
        <translation>Naar Wacht op PV</translation>
    </message>
    <message>
        <source>Go to Done</source>
        <translation>Naar Klaar</translation>
    </message>
    <message>
        <source>Go to Mine</source>
        <translation>Naar Van mij</translation>
    </message>
    <message>
        <source>Go to Uncertain</source>
        <translation>Naar Onzeker</translation>
    </message>
    <message>
        <source>Go to Problems</source>
        <translation>Naar Problemen</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>Alle opdrachten…</translation>
    </message>
    <message>
        <source>Supervision…</source>
        <translation>Toezicht…</translation>
    </message>
    <message>
        <source>Protocol…</source>
        <translation>Protocol…</translation>
    </message>
    <message>
        <source>Register of cases…</source>
        <translation>Register van zaken…</translation>
    </message>
    <message>
        <source>Audit log…</source>
        <translation>Auditlogboek…</translation>
    </message>
    <message>
        <source>Sources and gaps…</source>
        <translation>Bronnen en gaten…</translation>
    </message>
    <message>
        <source>Sources…</source>
        <translation>Bronnen…</translation>
    </message>
    <message>
        <source>People…</source>
        <translation>Mensen…</translation>
    </message>
    <message>
        <source>Training test…</source>
        <translation>Trainingstoets…</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Licht of donker</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Venster op slot doen</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Uitloggen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
</context>
<context>
    <name>CommentHeader</name>
    <message>
        <source>Copy link</source>
        <extracomment>The command that a button stands for, by its id.</extracomment>
        <translation>Link kopiëren</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Zonder naam</translation>
    </message>
    <message>
        <source>Category: {word}</source>
        <translation>Categorie: {word}</translation>
    </message>
    <message>
        <source>{name} works on it</source>
        <translation>{name} is ermee bezig</translation>
    </message>
    <message>
        <source>You work on it</source>
        <translation>Jij bent ermee bezig</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Oppakken</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Frans</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spaans</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugees</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italiaans</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turks</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Pools</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Andere taal</translation>
    </message>
    <message>
        <source>Escalate to PV…</source>
        <translation>Escaleren naar PV…</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>Escaleren…</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>Klaar…</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Gewist</translation>
    </message>
    <message>
        <source>no. {number}</source>
        <translation>nr. {number}</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Loslaten</translation>
    </message>
    <message>
        <source>Other reports</source>
        <translation>Andere meldingen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Overig</translation>
    </message>
    <message>
        <source>Others see that you work on this comment</source>
        <translation>Anderen zien dat jij met deze reactie bezig bent</translation>
    </message>
    <message>
        <source>Say what this comment is</source>
        <translation>Zeggen wat deze reactie is</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Duits</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Deleted on its platform. The desk keeps every wording it has seen.</source>
        <translation>Verwijderd op het platform. De desk bewaart elke tekst die hij heeft gezien.</translation>
    </message>
    <message>
        <source>Hidden: the public does not see this comment.</source>
        <translation>Verborgen: het publiek ziet deze reactie niet.</translation>
    </message>
</context>
<context>
    <name>CommentPane</name>
    <message>
        <source>Comment {number}: {problem}</source>
        <translation>Reactie {number}: {problem}</translation>
    </message>
    <message>
        <source>Choose a comment from the list.</source>
        <extracomment>A comment is shown with everything that is known of it. The comment that was chosen cannot be read.</extracomment>
        <translation>Kies een reactie uit de lijst.</translation>
    </message>
    <message>
        <source>An administrator sets up what is read: Desk → Sources… ({key}).</source>
        <translation>Een beheerder stelt in wat er gelezen wordt: Desk → Bronnen… ({key}).</translation>
    </message>
    <message>
        <source>There is nothing to do in this list: choose another one at the left. New comments come in by themselves.</source>
        <translation>In deze lijst is niets te doen: kies links een andere. Nieuwe reacties komen vanzelf binnen.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>Changes</source>
        <translation>Wijzigingen</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Onderdeel</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Wat verandert</translation>
    </message>
    <message>
        <source>It means the same as the version in force.</source>
        <translation>Het betekent hetzelfde als de versie die geldt.</translation>
    </message>
    <message>
        <source>{count} changes to the version in force; {weaker} of them weaken and stand first.</source>
        <translation>{count} wijzigingen ten opzichte van de versie die geldt; {weaker} daarvan verzwakken en staan bovenaan.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Private note</source>
        <translation>Interne notitie</translation>
    </message>
    <message>
        <source>Private notes ({count})</source>
        <translation>Interne notities ({count})</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Answered meanwhile</source>
        <translation>Intussen beantwoord</translation>
    </message>
    <message>
        <source>{name} answered this comment since you began your reply.</source>
        <translation>{name} heeft deze reactie beantwoord sinds je aan je antwoord begon.</translation>
    </message>
    <message>
        <source>Send mine as well</source>
        <translation>Het mijne ook versturen</translation>
    </message>
</context>
<context>
    <name>Concepts</name>
    <message>
        <source>abuse</source>
        <translation>misbruik</translation>
    </message>
    <message>
        <source>abused or threatened</source>
        <translation>mishandeld of bedreigd</translation>
    </message>
    <message>
        <source>allergy</source>
        <translation>allergie</translation>
    </message>
    <message>
        <source>anger</source>
        <translation>boosheid</translation>
    </message>
    <message>
        <source>anxiety</source>
        <translation>angst</translation>
    </message>
    <message>
        <source>appetite</source>
        <translation>eetlust</translation>
    </message>
    <message>
        <source>a change blamed on the medicine</source>
        <translation>een verandering na het middel</translation>
    </message>
    <message>
        <source>blamed on the medicine</source>
        <translation>toegeschreven aan het middel</translation>
    </message>
    <message>
        <source>bleeding</source>
        <translation>bloeding</translation>
    </message>
    <message>
        <source>the body</source>
        <translation>het lichaam</translation>
    </message>
    <message>
        <source>breastfeeding</source>
        <translation>borstvoeding</translation>
    </message>
    <message>
        <source>breathing</source>
        <translation>ademhaling</translation>
    </message>
    <message>
        <source>thinking and memory</source>
        <translation>denken en geheugen</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>klacht</translation>
    </message>
    <message>
        <source>constipation</source>
        <translation>verstopping</translation>
    </message>
    <message>
        <source>counterfeit</source>
        <translation>vervalsing</translation>
    </message>
    <message>
        <source>cramp</source>
        <translation>kramp</translation>
    </message>
    <message>
        <source>a sign of danger</source>
        <translation>een teken van gevaar</translation>
    </message>
    <message>
        <source>death</source>
        <translation>overlijden</translation>
    </message>
    <message>
        <source>diarrhoea</source>
        <translation>diarree</translation>
    </message>
    <message>
        <source>dizziness</source>
        <translation>duizeligheid</translation>
    </message>
    <message>
        <source>dreams</source>
        <translation>dromen</translation>
    </message>
    <message>
        <source>drowsiness</source>
        <translation>sufheid</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>een e-mailadres</translation>
    </message>
    <message>
        <source>exhaustion</source>
        <translation>uitputting</translation>
    </message>
    <message>
        <source>past its expiry date</source>
        <translation>over de datum</translation>
    </message>
    <message>
        <source>fainting</source>
        <translation>flauwvallen</translation>
    </message>
    <message>
        <source>the father&apos;s exposure</source>
        <translation>blootstelling van de vader</translation>
    </message>
    <message>
        <source>tiredness</source>
        <translation>vermoeidheid</translation>
    </message>
    <message>
        <source>fever</source>
        <translation>koorts</translation>
    </message>
    <message>
        <source>hair</source>
        <translation>haar</translation>
    </message>
    <message>
        <source>headache</source>
        <translation>hoofdpijn</translation>
    </message>
    <message>
        <source>hearing</source>
        <translation>gehoor</translation>
    </message>
    <message>
        <source>the heart</source>
        <translation>het hart</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>ziekenhuis</translation>
    </message>
    <message>
        <source>infection</source>
        <translation>infectie</translation>
    </message>
    <message>
        <source>infection through the product</source>
        <translation>infectie door het product</translation>
    </message>
    <message>
        <source>a wish to know</source>
        <translation>een vraag om informatie</translation>
    </message>
    <message>
        <source>the injection site</source>
        <translation>de prikplek</translation>
    </message>
    <message>
        <source>sleeplessness</source>
        <translation>slapeloosheid</translation>
    </message>
    <message>
        <source>interaction</source>
        <translation>wisselwerking</translation>
    </message>
    <message>
        <source>laboratory values</source>
        <translation>laboratoriumwaarden</translation>
    </message>
    <message>
        <source>lack of effect</source>
        <translation>geen werking</translation>
    </message>
    <message>
        <source>medical question</source>
        <translation>medische vraag</translation>
    </message>
    <message>
        <source>medication error</source>
        <translation>medicatiefout</translation>
    </message>
    <message>
        <source>menstruation</source>
        <translation>menstruatie</translation>
    </message>
    <message>
        <source>misinformation</source>
        <translation>misinformatie</translation>
    </message>
    <message>
        <source>misuse</source>
        <translation>verkeerd gebruik</translation>
    </message>
    <message>
        <source>mood</source>
        <translation>stemming</translation>
    </message>
    <message>
        <source>mouth and taste</source>
        <translation>mond en smaak</translation>
    </message>
    <message>
        <source>muscle weakness</source>
        <translation>spierzwakte</translation>
    </message>
    <message>
        <source>muscles and joints</source>
        <translation>spieren en gewrichten</translation>
    </message>
    <message>
        <source>nausea</source>
        <translation>misselijkheid</translation>
    </message>
    <message>
        <source>numbness</source>
        <translation>gevoelloosheid</translation>
    </message>
    <message>
        <source>exposure at work</source>
        <translation>blootstelling op het werk</translation>
    </message>
    <message>
        <source>off-label use</source>
        <translation>gebruik buiten de bijsluiter</translation>
    </message>
    <message>
        <source>overdose</source>
        <translation>overdosering</translation>
    </message>
    <message>
        <source>pain</source>
        <translation>pijn</translation>
    </message>
    <message>
        <source>pregnancy</source>
        <translation>zwangerschap</translation>
    </message>
    <message>
        <source>loss of a pregnancy</source>
        <translation>verlies van een zwangerschap</translation>
    </message>
    <message>
        <source>blood pressure or sugar</source>
        <translation>bloeddruk of suiker</translation>
    </message>
    <message>
        <source>somebody&apos;s data</source>
        <translation>gegevens van iemand</translation>
    </message>
    <message>
        <source>a professional</source>
        <translation>een zorgverlener</translation>
    </message>
    <message>
        <source>product quality</source>
        <translation>productkwaliteit</translation>
    </message>
    <message>
        <source>somebody close</source>
        <translation>een naaste</translation>
    </message>
    <message>
        <source>the writer</source>
        <translation>wie schrijft</translation>
    </message>
    <message>
        <source>self-harm</source>
        <translation>zelfbeschadiging</translation>
    </message>
    <message>
        <source>serious illness</source>
        <translation>ernstige ziekte</translation>
    </message>
    <message>
        <source>severe pain</source>
        <translation>hevige pijn</translation>
    </message>
    <message>
        <source>sexual function</source>
        <translation>seksualiteit</translation>
    </message>
    <message>
        <source>a side effect by that name</source>
        <translation>een bijwerking, zo genoemd</translation>
    </message>
    <message>
        <source>skin</source>
        <translation>huid</translation>
    </message>
    <message>
        <source>spam</source>
        <translation>spam</translation>
    </message>
    <message>
        <source>stomach</source>
        <translation>maag</translation>
    </message>
    <message>
        <source>suicide</source>
        <translation>suïcide</translation>
    </message>
    <message>
        <source>sweating</source>
        <translation>zweten</translation>
    </message>
    <message>
        <source>swelling</source>
        <translation>zwelling</translation>
    </message>
    <message>
        <source>a telephone number</source>
        <translation>een telefoonnummer</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>dank</translation>
    </message>
    <message>
        <source>a threat, or a manner of speaking</source>
        <translation>een dreigement, of een manier van spreken</translation>
    </message>
    <message>
        <source>tremor or seizure</source>
        <translation>trillen of een toeval</translation>
    </message>
    <message>
        <source>not in a language that the desk can screen: a person reads it</source>
        <translation>niet in een taal die de desk kan screenen: een mens leest het</translation>
    </message>
    <message>
        <source>in French, which the desk cannot screen: a person reads it</source>
        <translation>in het Frans, dat de desk niet kan screenen: een mens leest het</translation>
    </message>
    <message>
        <source>in Spanish, which the desk cannot screen: a person reads it</source>
        <translation>in het Spaans, dat de desk niet kan screenen: een mens leest het</translation>
    </message>
    <message>
        <source>in Portuguese, which the desk cannot screen: a person reads it</source>
        <translation>in het Portugees, dat de desk niet kan screenen: een mens leest het</translation>
    </message>
    <message>
        <source>in Italian, which the desk cannot screen: a person reads it</source>
        <translation>in het Italiaans, dat de desk niet kan screenen: een mens leest het</translation>
    </message>
    <message>
        <source>in Turkish, which the desk cannot screen: a person reads it</source>
        <translation>in het Turks, dat de desk niet kan screenen: een mens leest het</translation>
    </message>
    <message>
        <source>in Polish, which the desk cannot screen: a person reads it</source>
        <translation>in het Pools, dat de desk niet kan screenen: een mens leest het</translation>
    </message>
    <message>
        <source>text that cannot be read</source>
        <translation>tekst die niet te lezen is</translation>
    </message>
    <message>
        <source>feeling unwell</source>
        <translation>zich niet lekker voelen</translation>
    </message>
    <message>
        <source>violence</source>
        <translation>geweld</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>zicht</translation>
    </message>
    <message>
        <source>vomiting</source>
        <translation>braken</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>gewicht</translation>
    </message>
    <message>
        <source>withdrawal</source>
        <translation>onttrekking</translation>
    </message>
    <message>
        <source>pregnant now</source>
        <translation>nu zwanger</translation>
    </message>
    <message>
        <source>bleeding now</source>
        <translation>bloedverlies</translation>
    </message>
    <message>
        <source>bleeding elsewhere, or none</source>
        <translation>bloeding elders, of geen</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>een link</translation>
    </message>
    <message>
        <source>“me too”</source>
        <translation>“ik ook”</translation>
    </message>
    <message>
        <source>death that did not come</source>
        <translation>een dood die niet kwam</translation>
    </message>
    <message>
        <source>an offer</source>
        <translation>een aanbieding</translation>
    </message>
    <message>
        <source>passed away</source>
        <translation>overleden</translation>
    </message>
    <message>
        <source>what another says</source>
        <translation>wat een ander zegt</translation>
    </message>
</context>
<context>
    <name>ConcludeDialog</name>
    <message>
        <source>Conclude review {number}</source>
        <translation>Controle {number} afsluiten</translation>
    </message>
    <message>
        <source>Go on to sign</source>
        <translation>Verder naar tekenen</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusie</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Without names: it stays when a person&apos;s data are erased.</source>
        <translation>Zonder namen: dit blijft staan als iemands gegevens worden gewist.</translation>
    </message>
    <message>
        <source>Sign review {number}</source>
        <translation>Controle {number} ondertekenen</translation>
    </message>
</context>
<context>
    <name>Conditions</name>
    <message>
        <source>the desk</source>
        <translation>het bureau</translation>
    </message>
    <message>
        <source>its own author</source>
        <translation>de eigen schrijver</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>iemand anders</translation>
    </message>
    <message>
        <source>on a channel of the sponsor</source>
        <translation>op een kanaal van de opdrachtgever</translation>
    </message>
    <message>
        <source>on a channel that the sponsor pays for</source>
        <translation>op een kanaal dat de opdrachtgever betaalt</translation>
    </message>
    <message>
        <source>on a channel of somebody else</source>
        <translation>op een kanaal van iemand anders</translation>
    </message>
    <message>
        <source>a patient</source>
        <translation>een patiënt</translation>
    </message>
    <message>
        <source>somebody close</source>
        <translation>een naaste</translation>
    </message>
    <message>
        <source>a professional</source>
        <translation>een zorgverlener</translation>
    </message>
    <message>
        <source>an unknown author</source>
        <translation>een onbekende schrijver</translation>
    </message>
    <message>
        <source>posted in office hours</source>
        <translation>geplaatst in kantooruren</translation>
    </message>
    <message>
        <source>posted outside office hours</source>
        <translation>geplaatst buiten kantooruren</translation>
    </message>
    <message>
        <source>posted before the days of monitoring</source>
        <translation>geplaatst vóór de dagen waarop wordt meegelezen</translation>
    </message>
    <message>
        <source>posted during the days of monitoring</source>
        <translation>geplaatst op de dagen waarop wordt meegelezen</translation>
    </message>
    <message>
        <source>posted after the days of monitoring</source>
        <translation>geplaatst na de dagen waarop wordt meegelezen</translation>
    </message>
    <message>
        <source>; or </source>
        <translation>; of </translation>
    </message>
    <message>
        <source>one of ({conditions})</source>
        <translation>een van deze ({conditions})</translation>
    </message>
    <message>
        <source>; and </source>
        <translation>; en </translation>
    </message>
    <message>
        <source>not ({condition})</source>
        <translation>niet ({condition})</translation>
    </message>
    <message>
        <source>the model says “{tier}” or more</source>
        <translation>het model zegt “{tier}” of meer</translation>
    </message>
    <message>
        <source>written in {languages}</source>
        <translation>geschreven in het {languages}</translation>
    </message>
    <message>
        <source>written by {authors}</source>
        <translation>geschreven door {authors}</translation>
    </message>
    <message>
        <source>the word list says “{tier}” or more</source>
        <translation>de woordenlijst zegt “{tier}” of meer</translation>
    </message>
    <message>
        <source>it opens a thread</source>
        <translation>het begint een gesprek</translation>
    </message>
    <message>
        <source>it answers a comment</source>
        <translation>het antwoordt op een reactie</translation>
    </message>
    <message>
        <source>it answers {whom}</source>
        <translation>het antwoordt aan {whom}</translation>
    </message>
    <message>
        <source>on the channel {names}</source>
        <translation>op het kanaal {names}</translation>
    </message>
    <message>
        <source>a product is named</source>
        <translation>een middel is genoemd</translation>
    </message>
    <message>
        <source>{products} is named</source>
        <translation>{products} is genoemd</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>wat dan ook</translation>
    </message>
    <message>
        <source>found: {what}</source>
        <translation>gevonden: {what}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> en </translation>
    </message>
    <message>
        <source>, but not: {contexts}</source>
        <translation>, maar niet: {contexts}</translation>
    </message>
    <message>
        <source>, apart from any other person</source>
        <translation>, los van ieder ander</translation>
    </message>
    <message>
        <source> or </source>
        <translation> of </translation>
    </message>
</context>
<context>
    <name>Conduct</name>
    <message>
        <source>What you look at cannot be recorded, so it is not shown: {problem}</source>
        <extracomment>The commands by which a guest sees more than comments; supervision records each of its screens. The session was ended elsewhere, alone or with its account, role or password; a sentence. What waits for a second person is to be shown. Why no reply may leave as long as there is no valid certificate, or nothing.</extracomment>
        <translation>Wat je bekijkt kan niet worden vastgelegd en wordt daarom niet getoond: {problem}</translation>
    </message>
    <message>
        <source>Your session was ended, or your password was changed elsewhere: log in again.</source>
        <translation>Je sessie is beëindigd, of je wachtwoord is elders gewijzigd: log opnieuw in.</translation>
    </message>
    <message>
        <source>You have no training certificate yet: you can read, note and escalate, but not reply or close.</source>
        <translation>Je hebt nog geen trainingscertificaat: je kunt lezen, notities maken en escaleren, maar niet antwoorden of sluiten.</translation>
    </message>
    <message>
        <source>Your training certificate expired on {time}: you can read, note and escalate, but not reply or close.</source>
        <translation>Je trainingscertificaat is verlopen op {time}: je kunt lezen, notities maken en escaleren, maar niet antwoorden of sluiten.</translation>
    </message>
    <message>
        <source>Your training certificate ends on {time}.</source>
        <translation>Je trainingscertificaat loopt af op {time}.</translation>
    </message>
</context>
<context>
    <name>CoverageBoard</name>
    <message>
        <source>A gap is shown until somebody says why it is none to worry about.</source>
        <translation>Een gat blijft staan tot iemand zegt waarom het geen zorg meer is.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Dekking</translation>
    </message>
    <message>
        <source>Sources and gaps</source>
        <translation>Bronnen en gaten</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Opgehaald</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Hoe het afliep</translation>
    </message>
    <message>
        <source>Explained by</source>
        <translation>Verklaard door</translation>
    </message>
    <message>
        <source>What it read, or what was wrong</source>
        <translation>Wat er gelezen is, of wat er mis was</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>Verklaren…</translation>
    </message>
    <message>
        <source>Hour by hour…</source>
        <translation>Per uur…</translation>
    </message>
    <message>
        <source>No source has been read yet.</source>
        <translation>Er is nog geen bron gelezen.</translation>
    </message>
    <message>
        <source>{seen} read, {added} new or changed</source>
        <translation>{seen} gelezen, {added} nieuw of gewijzigd</translation>
    </message>
    <message>
        <source>Explained by {who}</source>
        <translation>Verklaard door {who}</translation>
    </message>
    <message>
        <source>Explain: why?</source>
        <translation>Verklaren: waarom?</translation>
    </message>
</context>
<context>
    <name>CriterionRow</name>
    <message>
        <source>no words in the text show it</source>
        <translation>geen woorden in de tekst wijzen erop</translation>
    </message>
    <message>
        <source>defaulted: the author, taken as a consumer</source>
        <translation>aangenomen: de schrijver, als consument</translation>
    </message>
    <message>
        <source>defaulted: the product of the page</source>
        <translation>aangenomen: het product van de pagina</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>The author of this comment has no name.</source>
        <extracomment>The comment whose work a person has ended: the list may go on. What is to be searched for. What was done, in words, and what undoes it or None: Ctrl+Z does as long as that is said. Without words: what was done before is not to be undone any more.</extracomment>
        <translation>De schrijver van deze reactie heeft geen naam.</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Opgepakt</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Losgelaten</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Somebody else is working on this comment. Take it over?</source>
        <translation>Iemand anders is met deze reactie bezig. Overnemen?</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Ongedaan gemaakt.</translation>
    </message>
    <message>
        <source>Show again: why?</source>
        <translation>Weer tonen: waarom?</translation>
    </message>
    <message>
        <source>Hide: why?</source>
        <translation>Verbergen: waarom?</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Weer tonen</translation>
    </message>
    <message>
        <source>Everybody can read this comment again on {source}.</source>
        <translation>Iedereen kan deze reactie weer lezen op {source}.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Nobody but its author can read this comment on {source} any more.</source>
        <translation>Op {source} kan alleen de schrijver deze reactie nog lezen.</translation>
    </message>
    <message>
        <source>Delete: why?</source>
        <translation>Verwijderen: waarom?</translation>
    </message>
    <message>
        <source>The comment is removed from {source} for good. The platform cannot bring it back; the desk keeps its record.</source>
        <translation>De reactie verdwijnt voorgoed van {source}. Het platform kan haar niet terughalen; de desk bewaart wat er stond.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Voorgoed verwijderen</translation>
    </message>
    <message>
        <source>Close: why?</source>
        <translation>Afsluiten: waarom?</translation>
    </message>
    <message>
        <source>No step is left that you could record.</source>
        <translation>Er is geen stap meer die je kunt vastleggen.</translation>
    </message>
    <message>
        <source>There is no hint left to confirm.</source>
        <translation>Er is geen aanwijzing meer om te bevestigen.</translation>
    </message>
    <message>
        <source>It is held for {seconds} s; until then {key} calls it back.</source>
        <translation>Het wordt {seconds} s vastgehouden; tot dan haalt {key} het terug.</translation>
    </message>
    <message>
        <source>Now called: {what}</source>
        <translation>Heet nu: {what}</translation>
    </message>
    <message>
        <source>It was changed since: nothing was undone. See its timeline.</source>
        <translation>Het is sindsdien gewijzigd: er is niets ongedaan gemaakt. Zie de tijdlijn.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Assigned to: {name}</source>
        <translation>Toegewezen aan: {name}</translation>
    </message>
    <message>
        <source>Assign to whom?</source>
        <translation>Aan wie toewijzen?</translation>
    </message>
    <message>
        <source>This comment is open already.</source>
        <translation>Deze reactie staat al open.</translation>
    </message>
    <message>
        <source>Reopen: why?</source>
        <translation>Heropenen: waarom?</translation>
    </message>
    <message>
        <source>Comment {number} is open again.</source>
        <translation>Reactie {number} is weer open.</translation>
    </message>
    <message>
        <source>No delivery about this comment has failed.</source>
        <translation>Er is geen verzending over deze reactie mislukt.</translation>
    </message>
    <message>
        <source>Closed · {reason}</source>
        <translation>Gesloten · {reason}</translation>
    </message>
</context>
<context>
    <name>DeliveriesList</name>
    <message>
        <source>Undo</source>
        <extracomment>One is tried again; it was refused, with the known error.</extracomment>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Nu versturen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
</context>
<context>
    <name>DeviationBoard</name>
    <message>
        <source>From what happened to its cause, measures, their effect and a signature.</source>
        <translation>Van wat er gebeurde naar oorzaak, maatregelen, hun effect en een handtekening.</translation>
    </message>
    <message>
        <source>Deviations and CAPA</source>
        <translation>Afwijkingen en CAPA</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>Afwijkingen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klok</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Wat er gebeurde</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Hoe het ervoor staat</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>Geen afwijking…</translation>
    </message>
    <message>
        <source>Cause…</source>
        <translation>Oorzaak…</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>Maatregel…</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>Uitgevoerd…</translation>
    </message>
    <message>
        <source>Effect…</source>
        <translation>Effect…</translation>
    </message>
    <message>
        <source>Close and sign…</source>
        <translation>Sluiten en tekenen…</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Nothing went otherwise than it should, as far as anybody noticed.</source>
        <translation>Er ging niets anders dan het hoort, voor zover iemand heeft gemerkt.</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Voorgesteld</translation>
    </message>
    <message>
        <source>The program noticed this. Open it, or leave it if it is none.</source>
        <translation>Het programma merkte dit op. Open het, of laat het als het er geen is.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Oorzaak</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maatregelen</translation>
    </message>
    <message>
        <source>Did they work?</source>
        <translation>Hebben ze geholpen?</translation>
    </message>
    <message>
        <source>Closed {time}</source>
        <translation>Gesloten {time}</translation>
    </message>
    <message>
        <source>Open a deviation</source>
        <translation>Een afwijking openen</translation>
    </message>
    <message>
        <source>No deviation: why?</source>
        <translation>Geen afwijking: waarom?</translation>
    </message>
    <message>
        <source>What was the cause?</source>
        <translation>Wat was de oorzaak?</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <source>What came of the measure?</source>
        <translation>Wat kwam er van de maatregel?</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maatregel</translation>
    </message>
    <message>
        <source>They worked</source>
        <translation>Ze hielpen</translation>
    </message>
    <message>
        <source>They did not work</source>
        <translation>Ze hielpen niet</translation>
    </message>
    <message>
        <source>Did the measures work?</source>
        <translation>Hebben de maatregelen geholpen?</translation>
    </message>
    <message>
        <source>How it was seen</source>
        <translation>Waaruit dat bleek</translation>
    </message>
    <message>
        <source>Nobody without a part in it oversees this desk: the log says so.</source>
        <translation>Iedereen die op deze desk toezicht houdt, heeft er een aandeel in: het logboek zegt dat.</translation>
    </message>
    <message>
        <source>Close deviation {number}</source>
        <translation>Afwijking {number} sluiten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Without names: it stays when a person&apos;s data are erased.</source>
        <translation>Zonder namen: dit blijft staan als iemands gegevens worden gewist.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>DisagreeDialog</name>
    <message>
        <source>What is it instead?</source>
        <translation>Wat is het dan wel?</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Oneens</translation>
    </message>
    <message>
        <source>The comment is</source>
        <translation>De reactie is</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Omdat</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>A report that was missed is opened again at once.</source>
        <translation>Een gemiste melding wordt meteen weer geopend.</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>Discard draft</source>
        <translation>Ontwerp weggooien</translation>
    </message>
    <message>
        <source>Discard the draft “{name}”?</source>
        <translation>Het ontwerp “{name}” weggooien?</translation>
    </message>
    <message>
        <source>What was changed in it is gone. The version in force stays as it is.</source>
        <translation>Wat erin gewijzigd is, is weg. De geldende versie blijft zoals zij is.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Weggooien</translation>
    </message>
</context>
<context>
    <name>DrawDialog</name>
    <message>
        <source>Draw decisions to check</source>
        <extracomment>The miss rates in per cent.</extracomment>
        <translation>Besluiten trekken om na te kijken</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Steekproef trekken</translation>
    </message>
    <message>
        <source>A share of each person&apos;s decisions</source>
        <translation>Een deel van ieders besluiten</translation>
    </message>
    <message>
        <source>“Not a report”, to rule out {rate} % of misses</source>
        <translation>‘Geen melding’, om {rate} % missers uit te sluiten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hoeveel</translation>
    </message>
    <message>
        <source>Share in %</source>
        <translation>Deel in %</translation>
    </message>
    <message>
        <source>Of each person&apos;s decisions at least one is drawn.</source>
        <translation>Van ieders besluiten wordt er minstens één getrokken.</translation>
    </message>
</context>
<context>
    <name>DropCodeDialog</name>
    <message>
        <source>Log in without a code</source>
        <translation>Inloggen zonder code</translation>
    </message>
    <message>
        <source>Use the password alone</source>
        <translation>Alleen het wachtwoord gebruiken</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Huidig wachtwoord</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Who lost the telephone asks an administrator to drop the codes.</source>
        <translation>Wie de telefoon kwijt is, vraagt een beheerder om de codes weg te halen.</translation>
    </message>
</context>
<context>
    <name>Duties</name>
    <message>
        <source>Reads, replies, closes and escalates.</source>
        <translation>Leest, antwoordt, sluit en escaleert.</translation>
    </message>
    <message>
        <source>As a moderator; also assigns and deletes.</source>
        <translation>Als een moderator; wijst ook toe en verwijdert.</translation>
    </message>
    <message>
        <source>Reads, escalates and records PV&apos;s answers.</source>
        <translation>Leest, escaleert en legt antwoorden van PV vast.</translation>
    </message>
    <message>
        <source>Does all of that, and checks the work of others.</source>
        <translation>Doet dat alles, en controleert het werk van anderen.</translation>
    </message>
    <message>
        <source>Makes accounts; reads no comments.</source>
        <translation>Maakt accounts; leest geen reacties.</translation>
    </message>
    <message>
        <source>Reads, and asks for data to be erased.</source>
        <translation>Leest, en vraagt om gegevens te wissen.</translation>
    </message>
    <message>
        <source>Reads only; what was read is logged.</source>
        <translation>Leest alleen; wat er gelezen is, staat in het logboek.</translation>
    </message>
</context>
<context>
    <name>EditPane</name>
    <message>
        <source>Only a draft is edited: begin one with “New draft…”.</source>
        <extracomment>It is known anew whether the draft has problems.</extracomment>
        <translation>Alleen een ontwerp wordt bewerkt: begin er een met “Nieuw ontwerp…”.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Controleren…</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): this draft cannot come into force.</source>
        <translation>
            <numerusform>%n probleem: dit ontwerp kan niet van kracht worden.</numerusform>
            <numerusform>%n problemen: dit ontwerp kan niet van kracht worden.</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Saved. No problems, and every example does what it should.</source>
        <translation>✓ Bewaard. Geen problemen, en elk voorbeeld doet wat het moet.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemen</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>How did asking end?</source>
        <translation>Hoe liep het vragen af?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Attempt {attempt}, asked {time}; waits {left}.</source>
        <translation>Poging {attempt}, gevraagd {time}; wacht nog {left}.</translation>
    </message>
    <message>
        <source>The poster</source>
        <translation>De schrijver</translation>
    </message>
    <message>
        <source>What the poster told goes to PV with “Follow-up…”.</source>
        <translation>Wat de schrijver vertelde gaat naar PV met “Vervolg…”.</translation>
    </message>
</context>
<context>
    <name>EntriesModel</name>
    <message>
        <source>Entry</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Wat er gebeurde</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase a person&apos;s data</source>
        <translation>Persoonsgegevens wissen</translation>
    </message>
    <message>
        <source>Ask and sign…</source>
        <translation>Aanvragen en tekenen…</translation>
    </message>
    <message>
        <source>The request waits for a second person (Supervision, Approvals).</source>
        <translation>De aanvraag wacht op een tweede persoon (Toezicht, Goedkeuringen).</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Comment {number} alone</source>
        <translation>Alleen reactie {number}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Your reference</source>
        <translation>Je kenmerk</translation>
    </message>
    <message>
        <source>Give a number, not a name: it stays when the data are gone.</source>
        <translation>Geef een nummer, geen naam: het blijft staan als de gegevens weg zijn.</translation>
    </message>
    <message>
        <source>A second person approves it; then it goes for good, and the log still holds.</source>
        <translation>Een tweede persoon keurt het goed; dan is het voorgoed weg, en het logboek blijft kloppen.</translation>
    </message>
    <message>
        <source>What reviews and deviations say stays, and so do the lists that PV gave.</source>
        <translation>Wat controles en afwijkingen zeggen blijft staan, en ook de lijsten die PV gaf.</translation>
    </message>
    <message>
        <source>Ask to erase for good</source>
        <translation>Vragen om voorgoed te wissen</translation>
    </message>
    <message>
        <source>Everything by {author}</source>
        <translation>Alles van {author}</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(geen naam)</translation>
    </message>
    <message>
        <source>Comments under the name {author}</source>
        <translation>Reacties onder de naam {author}</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welke</translation>
    </message>
    <message>
        <source>The platform told no account: several people may have this name. Tick what this person wrote; the newest stand first.</source>
        <translation>Het platform noemde geen account: meer mensen kunnen deze naam hebben. Vink aan wat deze persoon schreef; de nieuwste staan bovenaan.</translation>
    </message>
    <message>
        <source>Only the newest {count} are listed.</source>
        <translation>Alleen de nieuwste {count} staan in de lijst.</translation>
    </message>
    <message numerus="yes">
        <source>%n comments go for good.</source>
        <translation>
            <numerusform>%n reactie gaat voorgoed weg.</numerusform>
            <numerusform>%n reacties gaan voorgoed weg.</numerusform>
        </translation>
    </message>
    <message>
        <source>What goes and what is kept</source>
        <translation>Wat weggaat en wat blijft</translation>
    </message>
</context>
<context>
    <name>Erased</name>
    <message>
        <source>These words were erased on {time} (request {number}); the log still holds.</source>
        <translation>Deze woorden zijn gewist op {time} (verzoek {number}); het logboek klopt nog.</translation>
    </message>
    <message>
        <source>These words were erased on {time} (request {number}: {asker} asked, {second} approved); the log still holds.</source>
        <translation>Deze woorden zijn gewist op {time} (verzoek {number}: {asker} vroeg, {second} keurde goed); het logboek klopt nog.</translation>
    </message>
</context>
<context>
    <name>Escalation</name>
    <message>
        <source>Patient</source>
        <translation>Patiënt</translation>
    </message>
    <message>
        <source>Reporter</source>
        <translation>Melder</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Voorval</translation>
    </message>
    <message>
        <source>present</source>
        <translation>aanwezig</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>afwezig</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>onduidelijk</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>Zwangerschap</translation>
    </message>
    <message>
        <source>Breastfeeding</source>
        <translation>Borstvoeding</translation>
    </message>
    <message>
        <source>Overdose</source>
        <translation>Overdosis</translation>
    </message>
    <message>
        <source>Abuse</source>
        <translation>Misbruik</translation>
    </message>
    <message>
        <source>Misuse</source>
        <translation>Verkeerd gebruik</translation>
    </message>
    <message>
        <source>Medication error</source>
        <translation>Medicatiefout</translation>
    </message>
    <message>
        <source>Exposure at work</source>
        <translation>Blootstelling op het werk</translation>
    </message>
    <message>
        <source>Off-label use</source>
        <translation>Off-label gebruik</translation>
    </message>
    <message>
        <source>Lack of effect</source>
        <translation>Geen effect</translation>
    </message>
    <message>
        <source>Taken beyond expiry</source>
        <translation>Gebruikt na de houdbaarheidsdatum</translation>
    </message>
    <message>
        <source>Counterfeit</source>
        <translation>Vervalsing</translation>
    </message>
    <message>
        <source>Transmission of an infection</source>
        <translation>Overdracht van een infectie</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>Wisselwerking</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>Over wie</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Initialen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>Age group</source>
        <translation>Leeftijdsgroep</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geslacht</translation>
    </message>
    <message>
        <source>Use and situations of</source>
        <translation>Gebruik en situaties van</translation>
    </message>
    <message>
        <source>Batch number</source>
        <translation>Chargenummer</translation>
    </message>
    <message>
        <source>Dose form</source>
        <translation>Toedieningsvorm</translation>
    </message>
    <message>
        <source>Dosage</source>
        <translation>Dosering</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Toedieningsweg</translation>
    </message>
    <message>
        <source>Use began</source>
        <translation>Gebruik begonnen</translation>
    </message>
    <message>
        <source>Use ended</source>
        <translation>Gebruik gestopt</translation>
    </message>
    <message>
        <source>Other medicines</source>
        <translation>Andere middelen</translation>
    </message>
    <message>
        <source>Beginning, end and outcome of</source>
        <translation>Begin, einde en afloop van</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Voorbij</translation>
    </message>
    <message>
        <source>Outcome, as told</source>
        <translation>Afloop, zoals gezegd</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>Hoedanigheid</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Contact by PV</source>
        <translation>Contact door PV</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Voornaam</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Achternaam</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Straat en nummer</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Who took it</source>
        <translation>Wie het gebruikte</translation>
    </message>
    <message>
        <source>Parent&apos;s initials</source>
        <translation>Initialen van de ouder</translation>
    </message>
    <message>
        <source>Parent&apos;s age</source>
        <translation>Leeftijd van de ouder</translation>
    </message>
    <message>
        <source>the writer</source>
        <translation>de schrijver</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>iemand anders</translation>
    </message>
    <message>
        <source>foetus</source>
        <translation>ongeboren</translation>
    </message>
    <message>
        <source>newborn</source>
        <translation>pasgeboren</translation>
    </message>
    <message>
        <source>infant</source>
        <translation>baby</translation>
    </message>
    <message>
        <source>child</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>adolescent</source>
        <translation>tiener</translation>
    </message>
    <message>
        <source>adult</source>
        <translation>volwassene</translation>
    </message>
    <message>
        <source>elderly</source>
        <translation>oudere</translation>
    </message>
    <message>
        <source>male</source>
        <translation>man</translation>
    </message>
    <message>
        <source>female</source>
        <translation>vrouw</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>hersteld</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>herstellende</translation>
    </message>
    <message>
        <source>not recovered</source>
        <translation>niet hersteld</translation>
    </message>
    <message>
        <source>recovered with sequelae</source>
        <translation>met restverschijnselen</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>overleden</translation>
    </message>
    <message>
        <source>physician</source>
        <translation>arts</translation>
    </message>
    <message>
        <source>pharmacist</source>
        <translation>apotheker</translation>
    </message>
    <message>
        <source>other health professional</source>
        <translation>andere zorgverlener</translation>
    </message>
    <message>
        <source>lawyer</source>
        <translation>jurist</translation>
    </message>
    <message>
        <source>consumer</source>
        <translation>consument</translation>
    </message>
    <message>
        <source>agreed to</source>
        <translation>mag</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>liever niet</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>niet gevraagd</translation>
    </message>
    <message>
        <source>the father</source>
        <translation>de vader</translation>
    </message>
    <message>
        <source>the mother</source>
        <translation>de moeder</translation>
    </message>
    <message>
        <source>the words</source>
        <translation>de woorden</translation>
    </message>
    <message>
        <source>the link</source>
        <translation>de link</translation>
    </message>
    <message>
        <source>the product</source>
        <translation>het product</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wie</translation>
    </message>
    <message>
        <source>when seen</source>
        <translation>wanneer gezien</translation>
    </message>
</context>
<context>
    <name>EscalationDialog</name>
    <message>
        <source>Escalate to PV (Enter)</source>
        <extracomment>How long nothing is typed before the rules look at the form, in milliseconds. What the form says: the decision, and which cases were told apart. The comment, and the case number under which it went.</extracomment>
        <translation>Escaleren naar PV (Enter)</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Annuleren (Esc)</translation>
    </message>
    <message>
        <source>Close (Enter)</source>
        <translation>Sluiten (Enter)</translation>
    </message>
    <message>
        <source>{author}: “{words}”</source>
        <translation>{author}: “{words}”</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>Het origineel</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>De zaak</translation>
    </message>
    <message>
        <source>PV cannot begin without: {names}. Say in the remark what was seen.</source>
        <translation>PV kan niet beginnen zonder: {names}. Zeg in de opmerking wat er is gezien.</translation>
    </message>
    <message>
        <source>Escalated as {number}; PV must acknowledge.</source>
        <translation>Geëscaleerd als {number}; PV moet bevestigen.</translation>
    </message>
    <message>
        <source>Escalate to PV</source>
        <translation>Escaleren naar PV</translation>
    </message>
    <message>
        <source>Escalate to pharmacovigilance</source>
        <translation>Escaleren naar geneesmiddelenbewaking</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message numerus="yes">
        <source>and %n more; the packet can be sent all the same</source>
        <extracomment>The name of the field in which something can be mended.</extracomment>
        <translation>
            <numerusform>en nog %n; het pakket kan toch weg</numerusform>
            <numerusform>en nog %n; het pakket kan toch weg</numerusform>
        </translation>
    </message>
    <message>
        <source>The packet can be sent all the same.</source>
        <translation>Het pakket kan toch weg.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Words of the poster</source>
        <extracomment>By the name of the question; `products` and `event_words` are the poster&apos;s words.</extracomment>
        <translation>Woorden van de schrijver</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Producten</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Voorvallen</translation>
    </message>
    <message>
        <source>The patient, if it is known</source>
        <translation>De patiënt, voor zover bekend</translation>
    </message>
    <message>
        <source>The event, if it is known</source>
        <translation>Het voorval, voor zover bekend</translation>
    </message>
    <message>
        <source>The use, if it is known</source>
        <translation>Het gebruik, voor zover bekend</translation>
    </message>
    <message>
        <source>The reporter</source>
        <translation>De melder</translation>
    </message>
    <message>
        <source>How to reach the reporter, if it was given</source>
        <translation>Hoe de melder te bereiken is, als dat gegeven is</translation>
    </message>
    <message>
        <source>The parent, if a child was exposed through one</source>
        <translation>De ouder, als een kind via een ouder is blootgesteld</translation>
    </message>
    <message>
        <source>defaulted: the product of the page</source>
        <translation>aangenomen: het product van de pagina</translation>
    </message>
    <message>
        <source>none found; several with a semicolon between them</source>
        <translation>geen gevonden; zet een puntkomma tussen meerdere</translation>
    </message>
    <message>
        <source>2026-05-31 or 2026</source>
        <extracomment>How many questions stand beside each other, and from which size of letters on only two do. A document never holds more in one field; the rules say what is too long for PV.</extracomment>
        <translation>31-5-2026 of 2026</translation>
    </message>
    <message>
        <source>{country} (defaulted)</source>
        <translation>{country} (aangenomen)</translation>
    </message>
    <message>
        <source>52, 8 months</source>
        <translation>52, 8 maanden</translation>
    </message>
    <message>
        <source>50 mg, or in words</source>
        <translation>50 mg, of in woorden</translation>
    </message>
    <message>
        <source>IU</source>
        <translation>IE</translation>
    </message>
    <message>
        <source>drops</source>
        <translation>druppels</translation>
    </message>
    <message>
        <source>tablets</source>
        <translation>tabletten</translation>
    </message>
    <message>
        <source>consumer (defaulted)</source>
        <translation>consument (aangenomen)</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>niet gezegd</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Anybody</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Any action</source>
        <translation>Elke handeling</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>in the comment, or of the act</source>
        <translation>in de reactie, of van de handeling</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Het programma</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Woorden</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Handeling</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>The action that is chosen is shown by so many letters; all of them stand in the list. Nothing else: an integer&apos;s own validator lets &quot;1,000&quot; and a lone &quot;+&quot; be typed.</extracomment>
        <translation>Van</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>What was found in the words</source>
        <translation>Wat er in de woorden is gevonden</translation>
    </message>
</context>
<context>
    <name>FirstAdministratorDialog</name>
    <message>
        <source>Welcome: make the first administrator</source>
        <translation>Welkom: maak de eerste beheerder</translation>
    </message>
    <message>
        <source>Make the account</source>
        <translation>Account maken</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Inlognaam</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Volledige naam</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Wachtwoord nogmaals</translation>
    </message>
    <message>
        <source>At least {count} characters; a short sentence works well.</source>
        <translation>Minstens {count} tekens; een korte zin werkt goed.</translation>
    </message>
    <message>
        <source>Only who passed the training test may reply and close (all may escalate)</source>
        <translation>Alleen wie voor de trainingstoets slaagde mag antwoorden en sluiten (iedereen mag escaleren)</translation>
    </message>
    <message>
        <source>An administrator makes the accounts of the others and does not read comments. Nobody can reset this password.</source>
        <translation>Een beheerder maakt de accounts van de anderen en leest geen reacties. Niemand kan dit wachtwoord herstellen.</translation>
    </message>
    <message>
        <source>Fill in a login and a name.</source>
        <translation>Vul een inlognaam en een naam in.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>De twee wachtwoorden zijn niet gelijk.</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Throw away what was typed?</source>
        <translation>Weggooien wat je typte?</translation>
    </message>
    <message>
        <source>What you typed and ticked here is not kept anywhere.</source>
        <translation>Wat je hier typte en aankruiste, wordt nergens bewaard.</translation>
    </message>
</context>
<context>
    <name>GapsDialog</name>
    <message>
        <source>Sources and gaps</source>
        <translation>Bronnen en gaten</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Gaten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Every poll covered, or its gap is explained.</source>
        <translation>Elke leesronde was volledig, of het gat is verklaard.</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>Verklaren…</translation>
    </message>
    <message>
        <source>Explain: {gap}</source>
        <translation>Verklaren: {gap}</translation>
    </message>
    <message>
        <source>The gap is explained: how?</source>
        <translation>Het gat is verklaard: hoe?</translation>
    </message>
</context>
<context>
    <name>Gates</name>
    <message>
        <source>The comment was deleted: it cannot be answered there</source>
        <translation>De reactie is verwijderd: daar kan geen antwoord onder</translation>
    </message>
    <message>
        <source>Nothing can be sent there: it came in from a file, or its source is not set up</source>
        <translation>Daarheen kan niets worden verstuurd: het kwam uit een bestand, of de bron is niet ingesteld</translation>
    </message>
    <message>
        <source>The reply is empty</source>
        <translation>Het antwoord is leeg</translation>
    </message>
    <message>
        <source>There is no template in the comment&apos;s language</source>
        <translation>Er is geen sjabloon in de taal van de reactie</translation>
    </message>
    <message>
        <source>The comment was reworded since you began: read it again</source>
        <translation>De reactie is gewijzigd sinds je begon: lees hem opnieuw</translation>
    </message>
    <message>
        <source>Keep this phrase as it was approved: “{phrase}”</source>
        <translation>Laat deze zin staan zoals hij is goedgekeurd: “{phrase}”</translation>
    </message>
    <message>
        <source>Do first what it says was done: “{phrase}”</source>
        <translation>Doe eerst wat er volgens het antwoord al is gedaan: “{phrase}”</translation>
    </message>
    <message>
        <source>Fill the blank first: {names}</source>
        <translation>Vul eerst in: {names}</translation>
    </message>
    <message>
        <source>Write first what belongs here: {gap}</source>
        <translation>Schrijf eerst wat hier hoort: {gap}</translation>
    </message>
    <message>
        <source>No open blanks</source>
        <translation>Alles ingevuld</translation>
    </message>
    <message>
        <source>Same language</source>
        <translation>Zelfde taal</translation>
    </message>
    <message>
        <source>Not in the comment&apos;s language</source>
        <translation>Niet in de taal van de reactie</translation>
    </message>
    <message>
        <source>{count} of {most} characters</source>
        <translation>{count} van {most} tekens</translation>
    </message>
    <message>
        <source>The words of this comment were erased</source>
        <translation>De woorden van deze reactie zijn gewist</translation>
    </message>
    <message>
        <source>This desk can only be read</source>
        <translation>Deze desk is alleen te lezen</translation>
    </message>
    <message>
        <source>Your role does not send replies</source>
        <translation>Jouw rol verstuurt geen antwoorden</translation>
    </message>
    <message>
        <source>Names a prescription-only product: {name}</source>
        <translation>Noemt een receptgeneesmiddel: {name}</translation>
    </message>
    <message>
        <source>No product name</source>
        <translation>Geen productnaam</translation>
    </message>
</context>
<context>
    <name>GiveListDialog</name>
    <message>
        <source>Our list for PV</source>
        <translation>Onze lijst voor PV</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>The name of the file that was written.</extracomment>
        <translation>Van</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;Table (*.csv);;PDF (*.pdf)</source>
        <translation>Werkmap (*.xlsx);;Tabel (*.csv);;PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>patient</source>
        <translation>patiënt</translation>
    </message>
    <message>
        <source>caregiver</source>
        <translation>naaste</translation>
    </message>
    <message>
        <source>speaks for patients</source>
        <translation>spreekt namens patiënten</translation>
    </message>
    <message>
        <source>professional</source>
        <translation>zorgverlener</translation>
    </message>
    <message>
        <source>sceptic</source>
        <translation>scepticus</translation>
    </message>
    <message>
        <source>new diagnosis</source>
        <translation>nieuwe diagnose</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>zoekend</translation>
    </message>
    <message>
        <source>at a low</source>
        <translation>in de put</translation>
    </message>
    <message>
        <source>long-term</source>
        <translation>al lang ziek</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positief</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negatief</translation>
    </message>
    <message>
        <source>Hints, never passed on: {hints}</source>
        <translation>Aanwijzingen, nooit doorgegeven: {hints}</translation>
    </message>
    <message>
        <source>B confirms</source>
        <translation>B bevestigt</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>Legal hold on comment {number}</source>
        <translation>Bewaarplicht op reactie {number}</translation>
    </message>
    <message>
        <source>Nothing holds this comment: it may be erased when its time is over.</source>
        <translation>Op deze reactie rust geen bewaarplicht: ze mag gewist worden als haar tijd om is.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Say it in words: they stand in the log.</source>
        <translation>Zeg het in woorden: die staan in het logboek.</translation>
    </message>
    <message>
        <source>Comment {number} is held for the law.</source>
        <translation>Op reactie {number} rust een bewaarplicht.</translation>
    </message>
    <message>
        <source>The hold on comment {number} is lifted.</source>
        <translation>De bewaarplicht op reactie {number} is opgeheven.</translation>
    </message>
    <message>
        <source>Lift the hold for {basis}</source>
        <translation>Hef de bewaarplicht op voor {basis}</translation>
    </message>
    <message>
        <source>Hold it for {basis}</source>
        <translation>Leg een bewaarplicht op voor {basis}</translation>
    </message>
    <message>
        <source>Why it ends</source>
        <translation>Waarom ze eindigt</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>Give a number, such as that of a claim, and no name.</source>
        <translation>Geef een nummer, zoals dat van een vordering, en geen naam.</translation>
    </message>
    <message>
        <source>This hold keeps the comment no more then.</source>
        <translation>Deze bewaarplicht geldt dan niet meer.</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>Opheffen</translation>
    </message>
    <message>
        <source>Hold it</source>
        <translation>Opleggen</translation>
    </message>
</context>
<context>
    <name>Holds</name>
    <message>
        <source>legal claims (GDPR Art. 17(3)(e))</source>
        <translation>een rechtsvordering (AVG art. 17 lid 3 onder e)</translation>
    </message>
    <message>
        <source>a legal obligation (GDPR Art. 17(3)(b))</source>
        <translation>een wettelijke verplichting (AVG art. 17 lid 3 onder b)</translation>
    </message>
    <message>
        <source>public health (GDPR Art. 17(3)(c))</source>
        <translation>de volksgezondheid (AVG art. 17 lid 3 onder c)</translation>
    </message>
    <message>
        <source>Held for {basis} since {time}, by {name}</source>
        <translation>Bewaarplicht voor {basis} sinds {time}, door {name}</translation>
    </message>
</context>
<context>
    <name>Hook</name>
    <message>
        <source>That did not work</source>
        <translation>Dat lukte niet</translation>
    </message>
    <message>
        <source>A fault in the program</source>
        <translation>Een fout in het programma</translation>
    </message>
    <message>
        <source>This is a bug. What you did last may not have been done; nothing else is lost.</source>
        <translation>Dit is een programmafout. Wat je het laatst deed is misschien niet gebeurd; verder is niets verloren.</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>Coverage hour by hour</source>
        <translation>Dekking per uur</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Uur</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Uren</translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n hour(s) with a gap that nobody has explained</source>
        <translation>
            <numerusform>⚠ %n uur met een gat dat niemand heeft verklaard</numerusform>
            <numerusform>⚠ %n uren met een gat dat niemand heeft verklaard</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ No gap is unexplained</source>
        <translation>✓ Geen gat zonder verklaring</translation>
    </message>
    <message>
        <source>No source was read on this day.</source>
        <translation>Op deze dag is geen bron gelezen.</translation>
    </message>
    <message>
        <source>{seen} read, {added} new or changed</source>
        <translation>{seen} gelezen, {added} nieuw of gewijzigd</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>gat</translation>
    </message>
    <message>
        <source>gap, explained</source>
        <translation>gat, verklaard</translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message>
        <source>Nothing waits here.</source>
        <extracomment>What is shown has changed: the detail pane may have to follow. bool: whether the list that is shown has no row.</extracomment>
        <translation>Hier wacht niets.</translation>
    </message>
    <message>
        <source>Comment {number} is shown; in this list it stands further down.</source>
        <translation>Reactie {number} wordt getoond; in deze lijst staat hij verder naar beneden.</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n reactie</numerusform>
            <numerusform>%n reacties</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}+ comments</source>
        <translation>{count}+ reacties</translation>
    </message>
    <message numerus="yes">
        <source>%n new comment(s)</source>
        <translation>
            <numerusform>%n nieuwe reactie</numerusform>
            <numerusform>%n nieuwe reacties</numerusform>
        </translation>
    </message>
    <message>
        <source>{new} — press . to show</source>
        <translation>{new} — toon met .</translation>
    </message>
    <message>
        <source>Found: {words}</source>
        <translation>Gevonden: {words}</translation>
    </message>
    <message>
        <source>{place}, most suspect first</source>
        <translation>{place}, verdachtste eerst</translation>
    </message>
    <message>
        <source>A comment comes here once it is answered.</source>
        <translation>Een reactie komt hier zodra er een antwoord op is.</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) wait for PV.</source>
        <translation>
            <numerusform>%n melding wacht op PV.</numerusform>
            <numerusform>%n meldingen wachten op PV.</numerusform>
        </translation>
    </message>
    <message>
        <source>The register shows them ({key}).</source>
        <translation>Het register toont ze ({key}).</translation>
    </message>
</context>
<context>
    <name>InboxView</name>
    <message>
        <source>Comments</source>
        <extracomment>The comment of the row that became the current one.</extracomment>
        <translation>Reacties</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Send, keep the note, escalate</source>
        <translation>Versturen, notitie bewaren, escaleren</translation>
    </message>
    <message>
        <source>Leave; what was typed is kept</source>
        <translation>Eruit; wat getypt is blijft bewaard</translation>
    </message>
    <message>
        <source>Go to a screen</source>
        <translation>Naar een scherm</translation>
    </message>
    <message>
        <source>Next row, previous row</source>
        <translation>Volgende regel, vorige regel</translation>
    </message>
    <message>
        <source>Agree, in order, approve</source>
        <translation>Eens, in orde, goedkeuren</translation>
    </message>
    <message>
        <source>Disagree, finding, decline</source>
        <translation>Oneens, bevinding, afwijzen</translation>
    </message>
    <message>
        <source>Draw, begin a review, open a deviation</source>
        <translation>Steekproef trekken, controle beginnen, afwijking openen</translation>
    </message>
    <message>
        <source>What a button there does: its key stands on it</source>
        <translation>Wat een knop daar doet: de toets staat erop</translation>
    </message>
    <message>
        <source>From the screens into the list</source>
        <translation>Van de schermen naar de lijst</translation>
    </message>
    <message>
        <source>Back to the screens; from there, close</source>
        <translation>Terug naar de schermen; daar: sluiten</translation>
    </message>
    <message>
        <source>Close; also the register and the protocol</source>
        <translation>Sluiten; ook het register en het protocol</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporteren</translation>
    </message>
    <message>
        <source>Compare with PV</source>
        <translation>Vergelijken met PV</translation>
    </message>
    <message>
        <source>While writing</source>
        <translation>Tijdens het schrijven</translation>
    </message>
    <message>
        <source>In supervision</source>
        <translation>In Toezicht</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>In het register</translation>
    </message>
    <message>
        <source>Go to {places}</source>
        <translation>Naar {places}</translation>
    </message>
</context>
<context>
    <name>LeftOutDialog</name>
    <message>
        <source>Steps that nobody recorded</source>
        <translation>Stappen die niemand heeft vastgelegd</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Sluit zonder die stappen</translation>
    </message>
    <message>
        <source>Cancel and record what was done, or say why it is left out.</source>
        <translation>Annuleer en leg vast wat er is gedaan, of zeg waarom het achterwege blijft.</translation>
    </message>
    <message>
        <source>Why without them</source>
        <translation>Waarom zonder die stappen</translation>
    </message>
    <message>
        <source>Say in a few words why these steps are left out.</source>
        <translation>Zeg in een paar woorden waarom deze stappen achterwege blijven.</translation>
    </message>
</context>
<context>
    <name>LikenessDialog</name>
    <message>
        <source>The same case, or another one?</source>
        <translation>Dezelfde zaak, of een andere?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>What is another one is not shown again; who said so stays in the log.</source>
        <translation>Wat een andere zaak is, wordt niet opnieuw voorgesteld; wie dat zei, blijft in het logboek.</translation>
    </message>
    <message>
        <source>No case looks like this one.</source>
        <translation>Geen zaak lijkt op deze.</translation>
    </message>
</context>
<context>
    <name>LinkCode</name>
    <message>
        <source>QR code of the key</source>
        <translation>QR-code van de sleutel</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Locked</source>
        <extracomment>Secret, str, Secret | None: password, code and new password of the person whose window it is. str, Secret, str, Secret | None: login and the same of somebody who ends the session.</extracomment>
        <translation>Op slot</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Inlognaam</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nieuw wachtwoord</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nieuw wachtwoord nogmaals</translation>
    </message>
    <message>
        <source>A supervisor or an administrator can end the session of {name}. Drafts of replies and notes are kept.</source>
        <translation>Een supervisor of beheerder kan de sessie van {name} beëindigen. Concepten van antwoorden en notities blijven bewaard.</translation>
    </message>
    <message>
        <source>End this session</source>
        <translation>Deze sessie beëindigen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>{name} is away. What was being written is kept; sending and reading go on.</source>
        <translation>{name} is weg. Wat geschreven werd, blijft bewaard; verzenden en ophalen gaan door.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Van slot halen</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Iemand anders…</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>De twee wachtwoorden zijn niet gelijk.</translation>
    </message>
</context>
<context>
    <name>LoginDialog</name>
    <message>
        <source>Log in</source>
        <translation>Inloggen</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Inlognaam</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Choose the role to work in.</source>
        <translation>Kies de rol waarin je werkt.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nieuw wachtwoord</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nieuw wachtwoord nogmaals</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>De twee wachtwoorden zijn niet gelijk.</translation>
    </message>
</context>
<context>
    <name>LooseAnswers</name>
    <message numerus="yes">
        <source>⚠ %n answer(s) to ask PV about…</source>
        <translation>
            <numerusform>⚠ %n antwoord om na te vragen bij PV…</numerusform>
            <numerusform>⚠ %n antwoorden om na te vragen bij PV…</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers to ask PV about</source>
        <translation>Antwoorden om na te vragen bij PV</translation>
    </message>
    <message>
        <source>{number}: PV wrote a mail about it: read it (“case evidence {answer}” gives it), and enter what it says with “PV&apos;s answer”.</source>
        <translation>{number}: PV schreef er een mail over: lees die (‘case evidence {answer}’ geeft hem) en voer in wat erin staat met ‘Antwoord van PV’.</translation>
    </message>
    <message>
        <source>{number}: ask PV what holds, and enter it with “PV&apos;s answer”.</source>
        <translation>{number}: vraag PV wat geldt en voer dat in met ‘Antwoord van PV’.</translation>
    </message>
    <message>
        <source>It cannot be read: ask PV for it; “case evidence {answer}” gives the file.</source>
        <translation>Het is niet te lezen: vraag het aan PV; ‘case evidence {answer}’ geeft het bestand.</translation>
    </message>
    <message>
        <source>it names no report</source>
        <translation>het noemt geen melding</translation>
    </message>
    <message>
        <source>It may be a report that was lost with the restore: enter it again.</source>
        <translation>Het kan een melding zijn die bij het terugzetten verloren ging: voer die opnieuw in.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>1. Make the accounts, each with its roles: People…</source>
        <translation>1. Maak de accounts, elk met zijn rollen: Mensen…</translation>
    </message>
    <message>
        <source>2. Set up what the desk reads: Desk, Sources…</source>
        <translation>2. Stel in wat de desk leest: Desk, Bronnen…</translation>
    </message>
    <message>
        <source>3. Say in the desk&apos;s settings file where PV and quality receive what is escalated.</source>
        <translation>3. Zet in het instellingenbestand van de desk waar PV en kwaliteit krijgen wat wordt geëscaleerd.</translation>
    </message>
    <message>
        <source>An administrator makes the accounts and reads no comments.</source>
        <translation>Een beheerder maakt de accounts en leest geen reacties.</translation>
    </message>
    <message>
        <source>People…</source>
        <translation>Mensen…</translation>
    </message>
</context>
<context>
    <name>MeasureDialog</name>
    <message>
        <source>What is done about it?</source>
        <translation>Wat wordt eraan gedaan?</translation>
    </message>
    <message>
        <source>Keep the measure</source>
        <translation>Maatregel bewaren</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maatregel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
</context>
<context>
    <name>MendFields</name>
    <message>
        <source>PV said: “{words}”</source>
        <extracomment>So much of what PV said, and of the name of a field, is shown.</extracomment>
        <translation>PV zei: “{words}”</translation>
    </message>
    <message>
        <source>Named in PV&apos;s refusal</source>
        <translation>Genoemd in de weigering van PV</translation>
    </message>
    <message>
        <source>The reporter</source>
        <translation>De melder</translation>
    </message>
    <message>
        <source>The parent</source>
        <translation>De ouder</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>De patiënt</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Ga naar</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hulp</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>New draft</source>
        <translation>Nieuw ontwerp</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>A draft is a copy of the version that is chosen. Nobody works by it.</source>
        <translation>Een ontwerp is een kopie van de gekozen versie. Niemand werkt ermee.</translation>
    </message>
</context>
<context>
    <name>NearExamples</name>
    <message>
        <source>✓ {category}: “{text}”</source>
        <translation>✓ {category}: “{text}”</translation>
    </message>
    <message>
        <source>✗ Not “{category}”: “{text}”</source>
        <translation>✗ Geen “{category}”: “{text}”</translation>
    </message>
</context>
<context>
    <name>NewsDialog</name>
    <message>
        <source>Follow-up for PV</source>
        <translation>Vervolg voor PV</translation>
    </message>
    <message>
        <source>Change what was told wrongly</source>
        <translation>Wijzigen wat verkeerd was gezegd</translation>
    </message>
    <message>
        <source>Mend the report and send it again</source>
        <translation>De melding verbeteren en opnieuw sturen</translation>
    </message>
    <message>
        <source>Take the report back</source>
        <translation>De melding intrekken</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Wat er nieuw is</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>Wat er verkeerd was</translation>
    </message>
    <message>
        <source>What was mended</source>
        <translation>Wat er is verbeterd</translation>
    </message>
    <message>
        <source>Why, for PV to read</source>
        <translation>Waarom, voor PV</translation>
    </message>
    <message>
        <source>Send to PV</source>
        <extracomment>What is told otherwise than it was: every answer of the form stands there to be mended. What of the patient usually comes later.</extracomment>
        <translation>Naar PV sturen</translation>
    </message>
    <message>
        <source>When it reached us</source>
        <translation>Wanneer het ons bereikte</translation>
    </message>
    <message>
        <source>The comment was reworded since: its new words go to PV as well.</source>
        <translation>De reactie is daarna gewijzigd: de nieuwe woorden gaan ook naar PV.</translation>
    </message>
    <message>
        <source>Say it in words; PV reads them.</source>
        <translation>Zeg het in woorden; PV leest ze.</translation>
    </message>
    <message>
        <source>{field}: the report cannot hold “{words}”. Write 52 or 8 months, or say it in the words above.</source>
        <translation>{field}: “{words}” past niet in de melding. Schrijf 52 of 8 maanden, of zeg het in de woorden hierboven.</translation>
    </message>
    <message>
        <source>{field}: the report cannot hold “{words}”. Write 2026-05-31, 2026-05 or 2026, or say it in the words above.</source>
        <translation>{field}: “{words}” past niet in de melding. Schrijf 31-5-2026, 5-2026 of 2026, of zeg het in de woorden hierboven.</translation>
    </message>
    <message>
        <source>{field}: “{words}” is no country. Write its two letters, such as NL.</source>
        <translation>{field}: “{words}” is geen land. Schrijf de twee letters ervan, zoals NL.</translation>
    </message>
    <message>
        <source>PV has this comment under this number: what is new goes on with it.</source>
        <translation>PV heeft deze reactie onder dit nummer: wat nieuw is gaat daarmee verder.</translation>
    </message>
</context>
<context>
    <name>NoteTab</name>
    <message>
        <source>Save note</source>
        <translation>Notitie bewaren</translation>
    </message>
    <message>
        <source>Notes beside this comment</source>
        <translation>Notities bij deze reactie</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>Interne notitie</translation>
    </message>
    <message>
        <source>Only colleagues on this desk can read this.</source>
        <translation>Alleen collega&apos;s op deze desk kunnen dit lezen.</translation>
    </message>
    <message>
        <source>Private: a note never leaves the desk.</source>
        <translation>Intern: een notitie verlaat de desk nooit.</translation>
    </message>
</context>
<context>
    <name>OnlineBoard</name>
    <message>
        <source>Every session that has not ended, on any machine of this desk.</source>
        <translation>Elke sessie die niet beëindigd is, op elke machine van deze desk.</translation>
    </message>
    <message>
        <source>People online</source>
        <translation>Wie is er</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessies</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persoon</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>Last act</source>
        <translation>Laatste</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Vergrendeld</translation>
    </message>
    <message>
        <source>What they did</source>
        <translation>Wat ze deden</translation>
    </message>
    <message>
        <source>Nobody is logged in.</source>
        <translation>Niemand is ingelogd.</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (jij)</translation>
    </message>
    <message>
        <source>{course}: trained until {time}</source>
        <translation>{course}: bevoegd tot {time}</translation>
    </message>
    <message>
        <source>{course}: ran out {time}</source>
        <translation>{course}: verlopen {time}</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>Sinds {time}</translation>
    </message>
    <message>
        <source>Last act {time}</source>
        <translation>Laatste handeling {time}</translation>
    </message>
</context>
<context>
    <name>Original</name>
    <message>
        <source>The original</source>
        <translation>Het origineel</translation>
    </message>
    <message>
        <source>The original, word for word</source>
        <translation>Het origineel, woord voor woord</translation>
    </message>
    <message>
        <source>Only the beginning is shown; PV receives all {count} characters.</source>
        <translation>Alleen het begin is te zien; PV krijgt alle {count} tekens.</translation>
    </message>
    <message numerus="yes">
        <source>The thread goes along: %n other post(s)</source>
        <translation>
            <numerusform>Het gesprek gaat mee: %n ander bericht</numerusform>
            <numerusform>Het gesprek gaat mee: %n andere berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>PV receives {posts} of its {size} posts.</source>
        <translation>PV krijgt {posts} van de {size} reacties.</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Reply</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Weer tonen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Packet to PV</source>
        <translation>Pakket naar PV</translation>
    </message>
    <message>
        <source>Complaint to quality</source>
        <translation>Klacht aan kwaliteit</translation>
    </message>
    <message>
        <source>about to leave</source>
        <translation>staat op vertrek</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>wordt verstuurd</translation>
    </message>
    <message>
        <source>sent, to be read back</source>
        <translation>verstuurd, wordt nagelezen</translation>
    </message>
    <message>
        <source>verified ✓</source>
        <translation>geverifieerd ✓</translation>
    </message>
    <message>
        <source>uncertain: it is being looked up before anything is sent again</source>
        <translation>onzeker: eerst wordt nagekeken, pas dan opnieuw verstuurd</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>mislukt</translation>
    </message>
    <message>
        <source>undone, nothing was sent</source>
        <translation>teruggehaald, niets verstuurd</translation>
    </message>
    <message>
        <source>its source is not set up</source>
        <translation>de bron is niet ingesteld</translation>
    </message>
    <message>
        <source>no way to PV is set up</source>
        <translation>er is geen weg naar PV ingesteld</translation>
    </message>
    <message>
        <source>no way to quality is set up</source>
        <translation>er is geen weg naar kwaliteit ingesteld</translation>
    </message>
    <message>
        <source>the program stopped while sending</source>
        <translation>het programma stopte tijdens het versturen</translation>
    </message>
    <message>
        <source>the password was refused</source>
        <translation>het wachtwoord werd geweigerd</translation>
    </message>
    <message>
        <source>the account may not do this</source>
        <translation>het account mag dit niet</translation>
    </message>
    <message>
        <source>the comment is not there any more</source>
        <translation>de reactie is er niet meer</translation>
    </message>
    <message>
        <source>comments are closed under this post</source>
        <translation>onder dit bericht kan niet meer worden gereageerd</translation>
    </message>
    <message>
        <source>the reply is too long for the site</source>
        <translation>het antwoord is te lang voor de site</translation>
    </message>
    <message>
        <source>the post of the comment is not on the site any more</source>
        <translation>het bericht waar de reactie onder staat, staat niet meer op de site</translation>
    </message>
    <message>
        <source>the site has no trash: delete it there</source>
        <translation>de site heeft geen prullenbak: verwijder de reactie daar</translation>
    </message>
    <message>
        <source>the site itself put it away: bring it back there</source>
        <translation>de site heeft de reactie zelf weggezet: haal haar daar terug</translation>
    </message>
    <message>
        <source>the platform has it and does not show it to the public: approve it there</source>
        <translation>het platform heeft het en toont het niet aan het publiek: keur het daar goed</translation>
    </message>
    <message>
        <source>the platform does not have it</source>
        <translation>het platform heeft het niet</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>te veel verzoeken</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>geen verbinding</translation>
    </message>
    <message>
        <source>the answer made no sense</source>
        <translation>het antwoord was onbegrijpelijk</translation>
    </message>
    <message>
        <source>the mail server finds it too large: ask for a larger limit there</source>
        <translation>de mailserver vindt het te groot: vraag daar om een ruimere grens</translation>
    </message>
    <message>
        <source>what went wrong is not known</source>
        <translation>wat er misging, is niet bekend</translation>
    </message>
    <message>
        <source>the answer was lost</source>
        <translation>het antwoord ging verloren</translation>
    </message>
    <message>
        <source>its password is not in the keyring</source>
        <translation>het wachtwoord staat niet in de sleutelbos</translation>
    </message>
    <message>
        <source>it waited in the backup that was put back</source>
        <translation>het wachtte in de reservekopie die is teruggezet</translation>
    </message>
    <message>
        <source>the comment was reworded since</source>
        <translation>de reactie is sindsdien gewijzigd</translation>
    </message>
    <message>
        <source>in other words than it was sent in: look there</source>
        <translation>in andere woorden dan het werd verstuurd: kijk daar</translation>
    </message>
    <message>
        <source>the comment was not hidden, as the reply may say that it is</source>
        <translation>de reactie is niet verborgen, terwijl het antwoord dat misschien zegt</translation>
    </message>
    <message>
        <source>its settings are wrong</source>
        <translation>de instellingen kloppen niet</translation>
    </message>
    <message>
        <source>the mail came back</source>
        <translation>de mail kwam terug</translation>
    </message>
    <message>
        <source>no copy of it was saved</source>
        <translation>er is geen kopie van bewaard</translation>
    </message>
    <message>
        <source>waits until the comment is hidden</source>
        <translation>wacht tot de reactie verborgen is</translation>
    </message>
    <message>
        <source>uncertain whether it arrived: it is sent again</source>
        <translation>onzeker of hij is aangekomen: hij wordt opnieuw verstuurd</translation>
    </message>
    <message>
        <source>sent to PV</source>
        <translation>verstuurd naar PV</translation>
    </message>
    <message>
        <source>sent, PV must acknowledge</source>
        <translation>verstuurd, PV moet bevestigen</translation>
    </message>
    <message>
        <source>sent to quality</source>
        <translation>verstuurd aan kwaliteit</translation>
    </message>
    <message>
        <source>the platform says that it has it already: look there</source>
        <translation>het platform zegt dat het er al staat: kijk daar</translation>
    </message>
    <message>
        <source>held</source>
        <translation>vastgehouden</translation>
    </message>
    <message>
        <source>tries again in {time} ({problem})</source>
        <translation>nieuwe poging over {time} ({problem})</translation>
    </message>
    <message>
        <source>held {time}</source>
        <translation>vastgehouden, nog {time}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>Oversight</name>
    <message>
        <source>Forwarded to PV too late</source>
        <translation>Te laat doorgegeven aan PV</translation>
    </message>
    <message>
        <source>A decision about a report was taken back</source>
        <translation>Een besluit over een melding is teruggedraaid</translation>
    </message>
    <message>
        <source>Done for the other reason</source>
        <translation>Gedaan om een andere reden</translation>
    </message>
    <message>
        <source>A step of a plan left out or late</source>
        <translation>Een stap van een plan achterwege gebleven of te laat</translation>
    </message>
    <message>
        <source>Decided at night</source>
        <translation>&apos;s Nachts besloten</translation>
    </message>
    <message>
        <source>Checked a decision of one&apos;s own</source>
        <translation>Een eigen besluit nagekeken</translation>
    </message>
    <message>
        <source>Hidden before it was frozen</source>
        <translation>Verborgen voordat het was vastgelegd</translation>
    </message>
    <message>
        <source>Many “not a report” within a minute</source>
        <translation>Veel ‘geen melding’ binnen een minuut</translation>
    </message>
    <message>
        <source>The clock went back</source>
        <translation>De klok ging terug</translation>
    </message>
    <message>
        <source>A wrong try to enter or to sign</source>
        <translation>Een foute poging om in te loggen of te ondertekenen</translation>
    </message>
    <message>
        <source>Went on after a fork, or from a backup</source>
        <translation>Ging verder na een splitsing van het logboek, of met een back-up</translation>
    </message>
    <message>
        <source>Drawn at random</source>
        <translation>Willekeurig getrokken</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>Closed: not a report</source>
        <translation>Gesloten: geen melding</translation>
    </message>
    <message>
        <source>Escalated to PV</source>
        <translation>Doorgegeven aan PV</translation>
    </message>
    <message>
        <source>A report was missed</source>
        <translation>Er is een melding gemist</translation>
    </message>
    <message>
        <source>It is something else</source>
        <translation>Het is iets anders</translation>
    </message>
    <message>
        <source>It is no report</source>
        <translation>Het is geen melding</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Er ontbreekt iets</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Een andere reden</translation>
    </message>
    <message>
        <source>Late to PV</source>
        <translation>Te laat bij PV</translation>
    </message>
    <message>
        <source>Missed report</source>
        <translation>Gemiste melding</translation>
    </message>
    <message>
        <source>Gap in coverage</source>
        <translation>Gat in de dekking</translation>
    </message>
    <message>
        <source>Failed backup</source>
        <translation>Mislukte reservekopie</translation>
    </message>
    <message>
        <source>Failed delivery</source>
        <translation>Mislukte bezorging</translation>
    </message>
    <message>
        <source>Flaw in the log</source>
        <translation>Fout in het logboek</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
    <message>
        <source>Cause unknown</source>
        <translation>Oorzaak onbekend</translation>
    </message>
    <message>
        <source>Being mended</source>
        <translation>In herstel</translation>
    </message>
    <message>
        <source>Ready to close</source>
        <translation>Klaar om te sluiten</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Mends it</source>
        <translation>Herstelt</translation>
    </message>
    <message>
        <source>Prevents it</source>
        <translation>Voorkomt</translation>
    </message>
</context>
<context>
    <name>OwnPasswordDialog</name>
    <message>
        <source>Another password</source>
        <translation>Een ander wachtwoord</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Wachtwoord instellen</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Huidig wachtwoord</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nieuw wachtwoord</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nieuw wachtwoord nogmaals</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>De twee wachtwoorden zijn niet gelijk.</translation>
    </message>
</context>
<context>
    <name>OwnTab</name>
    <message>
        <source>Another password…</source>
        <translation>Ander wachtwoord…</translation>
    </message>
    <message>
        <source>Log in with a code…</source>
        <translation>Inloggen met een code…</translation>
    </message>
    <message>
        <source>Log in without a code…</source>
        <translation>Inloggen zonder code…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Opgeslagen.</translation>
    </message>
    <message>
        <source>At log-in your account asks for the password and a code of six digits.</source>
        <translation>Bij het inloggen vraagt je account het wachtwoord en een code van zes cijfers.</translation>
    </message>
    <message>
        <source>At log-in your account asks for the password alone.</source>
        <translation>Bij het inloggen vraagt je account alleen het wachtwoord.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Open comment {number}</source>
        <translation>Reactie {number} openen</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Wat is het?</translation>
    </message>
    <message>
        <source>A few letters of what it is</source>
        <translation>Een paar letters van wat het is</translation>
    </message>
</context>
<context>
    <name>PartsFields</name>
    <message>
        <source>Event: {words}</source>
        <translation>Voorval: {words}</translation>
    </message>
    <message>
        <source>Medicine: {words}</source>
        <translation>Product: {words}</translation>
    </message>
    <message>
        <source>suspected</source>
        <translation>verdacht</translation>
    </message>
    <message>
        <source>taken beside it</source>
        <translation>daarnaast gebruikt</translation>
    </message>
    <message>
        <source>interacting</source>
        <translation>in wisselwerking</translation>
    </message>
    <message>
        <source>not named: the page&apos;s product</source>
        <translation>niet genoemd: het product van de pagina</translation>
    </message>
    <message>
        <source>New events</source>
        <translation>Nieuwe voorvallen</translation>
    </message>
    <message>
        <source>New medicines</source>
        <translation>Nieuwe producten</translation>
    </message>
    <message>
        <source>The new medicines were</source>
        <translation>De nieuwe producten zijn</translation>
    </message>
    <message>
        <source>Stays in the report</source>
        <translation>Blijft in de melding</translation>
    </message>
    <message>
        <source>several with a semicolon between them</source>
        <translation>meer dan één met een puntkomma ertussen</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Another password for {name}</source>
        <translation>Een ander wachtwoord voor {name}</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nieuw wachtwoord</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Wachtwoord instellen</translation>
    </message>
    <message>
        <source>It serves once. The signing key of the old password ends with it.</source>
        <translation>Het geldt één keer. De ondertekensleutel van het oude wachtwoord vervalt daarmee.</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Waarschuwingen</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>Mijn account</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>PeriodicDialog</name>
    <message>
        <source>Periodic review</source>
        <translation>Periodieke beoordeling</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Schrijven…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>De periode eindigt voordat zij begint.</translation>
    </message>
</context>
<context>
    <name>PeriodicReview</name>
    <message>
        <source>None.</source>
        <translation>Geen.</translation>
    </message>
    <message>
        <source>Periodic review, {since} to {until}</source>
        <translation>Periodieke beoordeling, {since} tot {until}</translation>
    </message>
    <message>
        <source>Desk {origin}. Made {time} by {name}.</source>
        <translation>Desk {origin}. Gemaakt op {time} door {name}.</translation>
    </message>
    <message>
        <source>Desk {origin}. Made {time}.</source>
        <translation>Desk {origin}. Gemaakt op {time}.</translation>
    </message>
    <message>
        <source>Changes of accounts and rights</source>
        <translation>Wijzigingen van accounts en rechten</translation>
    </message>
    <message>
        <source>Failed logins</source>
        <translation>Mislukte pogingen om in te loggen</translation>
    </message>
    <message>
        <source>Protocols put in force</source>
        <translation>Protocollen die van kracht werden</translation>
    </message>
    <message>
        <source>Settings that changed</source>
        <translation>Gewijzigde instellingen</translation>
    </message>
    <message>
        <source>Backups and restores</source>
        <translation>Reservekopieën, en wat ervan is teruggezet</translation>
    </message>
    <message>
        <source>Deliveries that failed or became uncertain</source>
        <translation>Verzendingen die mislukten of onzeker werden</translation>
    </message>
    <message>
        <source>The clock went back</source>
        <translation>De klok ging terug</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>klopt</translation>
    </message>
    <message>
        <source>does not hold: {flaw}</source>
        <translation>klopt niet: {flaw}</translation>
    </message>
    <message>
        <source>Entries of the period</source>
        <translation>Regels van de periode</translation>
    </message>
    <message>
        <source>The log, and by it every text and row of the desk</source>
        <translation>Het logboek, en daarmee elke tekst en rij van de desk</translation>
    </message>
    <message>
        <source>Gaps in coverage that nobody has explained</source>
        <translation>Gaten in de dekking die niemand heeft verklaard</translation>
    </message>
    <message>
        <source>Entries in all</source>
        <translation>Regels in totaal</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>Het logboek</translation>
    </message>
    <message>
        <source>What|Found</source>
        <translation>Wat|Gevonden</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} tot en met {last}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>People and their rights</source>
        <translation>Mensen en hun rechten</translation>
    </message>
    <message>
        <source>Name|Login|Roles|State</source>
        <translation>Naam|Inlognaam|Rollen|Toestand</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Het programma</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>nog {count}</translation>
    </message>
    <message>
        <source>Entry|Time|Who|Act|Detail</source>
        <translation>Regel|Tijd|Wie|Wat|Bijzonderheden</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>Afwijkingen</translation>
    </message>
    <message>
        <source>Number|Kind|State|What|Cause</source>
        <translation>Nummer|Soort|Toestand|Wat|Oorzaak</translation>
    </message>
    <message>
        <source>Reviews of the log</source>
        <translation>Beoordelingen van het logboek</translation>
    </message>
    <message>
        <source>Number|Entries|Verdict|Conclusion</source>
        <translation>Nummer|Regels|Oordeel|Conclusie</translation>
    </message>
    <message>
        <source>Decision|Drawn|Checked|Disagreed|Missed|Rate, 95 %|Erased unchecked</source>
        <translation>Besluit|Getrokken|Gecontroleerd|Oneens|Gemist|Aandeel, 95 %|Gewist zonder controle</translation>
    </message>
    <message>
        <source>{low} % to {high} %</source>
        <translation>{low} % tot {high} %</translation>
    </message>
    <message>
        <source>Never reviewed</source>
        <translation>Nooit beoordeeld</translation>
    </message>
    <message>
        <source>Question|Entries</source>
        <translation>Vraag|Regels</translation>
    </message>
    <message>
        <source>Checks of decisions</source>
        <translation>Controles van besluiten</translation>
    </message>
</context>
<context>
    <name>Picks</name>
    <message>
        <source>Comments under this name</source>
        <translation>Reacties onder deze naam</translation>
    </message>
    <message>
        <source>{number}: {words}</source>
        <translation>{number}: {words}</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Mine</source>
        <extracomment>The order of danger first; it is fixed, no preference changes it.</extracomment>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <translation>Onzeker</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemen</translation>
    </message>
    <message>
        <source>No comment holds all these words.</source>
        <translation>Geen reactie bevat al deze woorden.</translation>
    </message>
    <message>
        <source>No name stands after from: (or van:), such as from:jan.</source>
        <translation>Er staat geen naam na van: (of from:), zoals van:jan.</translation>
    </message>
    <message>
        <source>No comment of anybody whose name begins with “{name}” holds this.</source>
        <translation>Geen reactie van iemand wiens naam met “{name}” begint bevat dit.</translation>
    </message>
    <message>
        <source>Nobody whose name begins with “{name}” has written here.</source>
        <translation>Niemand wiens naam met “{name}” begint heeft hier iets geschreven.</translation>
    </message>
</context>
<context>
    <name>Post</name>
    <message>
        <source>{author} writes</source>
        <extracomment>How much of a post beside the comment is shown before &quot;Show more&quot;. Is told of each post that can be read, by its number.</extracomment>
        <translation>{author} schrijft</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Meer tonen</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>deze desk</translation>
    </message>
</context>
<context>
    <name>ProtocolPage</name>
    <message>
        <source>{sponsor} · monitored from {first} to {last}</source>
        <translation>{sponsor} · gevolgd van {first} tot en met {last}</translation>
    </message>
    <message>
        <source>Channels: {names}</source>
        <translation>Kanalen: {names}</translation>
    </message>
    <message>
        <source>Who does what</source>
        <translation>Wie doet wat</translation>
    </message>
    <message>
        <source>Deputy: {role}</source>
        <translation>Plaatsvervanger: {role}</translation>
    </message>
    <message>
        <source>Escalation, step by step</source>
        <translation>Escalatie, stap voor stap</translation>
    </message>
    <message>
        <source>To PV</source>
        <translation>Naar PV</translation>
    </message>
    <message>
        <source>In the packs: {id}</source>
        <translation>In de packs: {id}</translation>
    </message>
    <message>
        <source>Outside office hours: {role}</source>
        <translation>Buiten kantooruren: {role}</translation>
    </message>
    <message>
        <source>When nobody acts: {role}, again every {hours} h</source>
        <translation>Als niemand iets doet: {role}, telkens na {hours} u</translation>
    </message>
    <message>
        <source>{owner} · within {hours} h of the first look · then {deputy}</source>
        <translation>{owner} · binnen {hours} u na de eerste blik · daarna {deputy}</translation>
    </message>
    <message>
        <source>Needed: {what}</source>
        <translation>Nodig: {what}</translation>
    </message>
    <message>
        <source>What a comment is, and what follows</source>
        <translation>Wat een reactie is, en wat volgt</translation>
    </message>
    <message>
        <source>When: {condition}</source>
        <translation>Wanneer: {condition}</translation>
    </message>
    <message>
        <source>How fast</source>
        <translation>Hoe snel</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>Openingstijden</translation>
    </message>
    <message>
        <source>Office hours: {channel}</source>
        <translation>Openingstijden: {channel}</translation>
    </message>
    <message>
        <source>no rule asks for it</source>
        <translation>geen regel vraagt erom</translation>
    </message>
    <message>
        <source>Approved replies</source>
        <translation>Goedgekeurde antwoorden</translation>
    </message>
    <message>
        <source>Addresses and contacts</source>
        <translation>Adressen en contacten</translation>
    </message>
    <message>
        <source>Checked {day}</source>
        <translation>Gecontroleerd op {day}</translation>
    </message>
</context>
<context>
    <name>ProtocolPane</name>
    <message>
        <source>The desk calls it so; screening found:</source>
        <translation>Zo noemt de desk het; de screening vond:</translation>
    </message>
    <message>
        <source>No rule of the protocol matches; read it yourself.</source>
        <translation>Geen regel van het protocol past; lees zelf.</translation>
    </message>
    <message>
        <source>Reply with: {title}</source>
        <translation>Antwoorden met: {title}</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocol</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Decided before, alike</source>
        <translation>Eerder beslist, vergelijkbaar</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>Erased</source>
        <extracomment>The place of a paragraph on the protocol&apos;s page. The comment of which PV&apos;s answer is to be recorded. The plan and the step of which somebody says that it was done. The command that a button stands for, by its id.</extracomment>
        <translation>Gewist</translation>
    </message>
    <message>
        <source>Escalate to PV…</source>
        <translation>Escaleren naar PV…</translation>
    </message>
    <message>
        <source>Reply with</source>
        <translation>Antwoorden met</translation>
    </message>
</context>
<context>
    <name>ProtocolWindow</name>
    <message>
        <source>In force: {name}</source>
        <translation>Geldt nu: {name}</translation>
    </message>
    <message>
        <source>Draft: {name}</source>
        <translation>Ontwerp: {name}</translation>
    </message>
    <message>
        <source>Asked for: {name}</source>
        <translation>Aangevraagd: {name}</translation>
    </message>
    <message>
        <source>Earlier: {name}</source>
        <translation>Eerder: {name}</translation>
    </message>
    <message>
        <source>It does not come into force any more: {why}</source>
        <translation>Dit gaat niet meer in: {why}</translation>
    </message>
    <message>
        <source>Approved. It comes into force {time}.</source>
        <translation>Goedgekeurd. Geldt vanaf {time}.</translation>
    </message>
    <message>
        <source>Signed by its author; it waits for somebody else&apos;s approval. In force from {time}.</source>
        <translation>Ondertekend door de auteur; wacht op goedkeuring door iemand anders. Geldt vanaf {time}.</translation>
    </message>
    <message>
        <source>In force since {time}. Every entry of the log names its digest {digest}.</source>
        <translation>Geldt sinds {time}. Elke regel van het logboek noemt de controlesom {digest}.</translation>
    </message>
    <message>
        <source>Nobody works by a draft. Changed {time}.</source>
        <translation>Niemand werkt volgens een ontwerp. Gewijzigd {time}.</translation>
    </message>
    <message>
        <source>In force from {time}, until the version after it. Digest {digest}.</source>
        <translation>Gold vanaf {time}, tot de versie erna. Controlesom {digest}.</translation>
    </message>
    <message>
        <source>it was asked for more than 30 days ago. Ask again.</source>
        <translation>het werd meer dan 30 dagen geleden gevraagd. Vraag het opnieuw.</translation>
    </message>
    <message>
        <source>it is in force already.</source>
        <translation>dit is al van kracht.</translation>
    </message>
    <message>
        <source>another version came into force since it was asked for. Ask again.</source>
        <translation>sinds de aanvraag is een andere versie ingegaan. Vraag deze opnieuw aan.</translation>
    </message>
    <message>
        <source>its kept packs are gone, were changed, or have problems.</source>
        <translation>de bewaarde packs ervan zijn weg, gewijzigd, of hebben problemen.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocol</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
    <message>
        <source>New draft…</source>
        <translation>Nieuw ontwerp…</translation>
    </message>
    <message>
        <source>Discard draft…</source>
        <translation>Ontwerp weggooien…</translation>
    </message>
    <message>
        <source>Put in force…</source>
        <translation>In werking stellen…</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lezen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Terugtest</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Weergaven</translation>
    </message>
</context>
<context>
    <name>PutDialog</name>
    <message>
        <source>Put “{name}” in force</source>
        <translation>“{name}” in werking stellen</translation>
    </message>
    <message>
        <source>Go on to sign</source>
        <translation>Verder om te tekenen</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>Geldt vanaf</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>Nobody else on this desk can approve yet: you sign alone, it comes into force at once, and the log says so.</source>
        <translation>Nog niemand anders op deze desk kan goedkeuren: je tekent alleen, het geldt meteen, en het logboek zegt dat.</translation>
    </message>
    <message>
        <source>You sign as its author. Somebody else approves it under Supervision, Approvals; until then nothing changes.</source>
        <translation>Je tekent als auteur. Iemand anders keurt het goed onder Toezicht, Goedkeuringen; tot dan verandert er niets.</translation>
    </message>
    <message>
        <source>Say it in a few words.</source>
        <translation>Zeg het in een paar woorden.</translation>
    </message>
    <message>
        <source>Sign {name}</source>
        <translation>{name} ondertekenen</translation>
    </message>
</context>
<context>
    <name>PvAnswerDialog</name>
    <message>
        <source>PV&apos;s answer</source>
        <extracomment>A mail with its attachments; more than this is no answer.</extracomment>
        <translation>Antwoord van PV</translation>
    </message>
    <message>
        <source>Sign and record…</source>
        <translation>Tekenen en vastleggen…</translation>
    </message>
    <message>
        <source>PV said</source>
        <translation>PV zei</translation>
    </message>
    <message>
        <source>Of which version</source>
        <translation>Over welke versie</translation>
    </message>
    <message>
        <source>It came</source>
        <translation>Het kwam</translation>
    </message>
    <message>
        <source>PV&apos;s number</source>
        <translation>Nummer van PV</translation>
    </message>
    <message>
        <source>Put only the number right, not the decision</source>
        <translation>Alleen het nummer rechtzetten, niet het oordeel</translation>
    </message>
    <message>
        <source>Why it is none</source>
        <translation>Waarom het er geen is</translation>
    </message>
    <message>
        <source>In words, if another reason</source>
        <translation>In woorden, bij een andere reden</translation>
    </message>
    <message>
        <source>Duplicate of our case</source>
        <translation>Dubbel met onze zaak</translation>
    </message>
    <message>
        <source>its number in the register, if it is ours</source>
        <translation>het volgnummer, als het van ons is</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>kies…</translation>
    </message>
    <message>
        <source>the mail, or who said it to whom and when</source>
        <translation>de mail, of wie het wanneer tegen wie zei</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Take a mail from a file…</source>
        <translation>Mail uit een bestand halen…</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>{name} kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>{name} is larger than 10 MiB.</source>
        <translation>{name} is groter dan 10 MiB.</translation>
    </message>
    <message>
        <source>Attached: {name}</source>
        <translation>Bijgevoegd: {name}</translation>
    </message>
    <message>
        <source>{number} is no case of this desk; PV&apos;s own number has its own field.</source>
        <translation>{number} is geen zaak van deze desk; het nummer van PV heeft een eigen veld.</translation>
    </message>
    <message>
        <source>Sign PV&apos;s answer</source>
        <translation>Antwoord van PV tekenen</translation>
    </message>
    <message>
        <source>The mail</source>
        <translation>De mail</translation>
    </message>
    <message>
        <source>Mail (*.eml *.msg *.txt);;Any file (*)</source>
        <translation>Mail (*.eml *.msg *.txt);;Elk bestand (*)</translation>
    </message>
    <message>
        <source>Escalated {time}</source>
        <translation>Geëscaleerd {time}</translation>
    </message>
</context>
<context>
    <name>Queues</name>
    <message>
        <source>{place}: {count}</source>
        <translation>{place}: {count}</translation>
    </message>
    <message>
        <source>{text}, nearest: {clock}</source>
        <translation>{text}, eerste: {clock}</translation>
    </message>
</context>
<context>
    <name>QueuesView</name>
    <message>
        <source>Queues</source>
        <translation>Wachtrijen</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>oldest: {age}</source>
        <translation>oudste: {age}</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Schermen</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Contents</source>
        <extracomment>Size in points, bold, space above in pixels, indent.</extracomment>
        <translation>Inhoud</translation>
    </message>
    <message>
        <source>The protocol</source>
        <translation>Het protocol</translation>
    </message>
</context>
<context>
    <name>ReconcileBoard</name>
    <message>
        <source>Not on PV&apos;s list</source>
        <translation>Niet op de lijst van PV</translation>
    </message>
    <message>
        <source>Not in our register</source>
        <translation>Niet in ons register</translation>
    </message>
    <message>
        <source>Twice on PV&apos;s list</source>
        <translation>Dubbel op de lijst van PV</translation>
    </message>
    <message>
        <source>Another number</source>
        <translation>Ander nummer</translation>
    </message>
    <message>
        <source>One number for two</source>
        <translation>Eén nummer voor twee</translation>
    </message>
    <message>
        <source>Another decision</source>
        <translation>Ander oordeel</translation>
    </message>
    <message>
        <source>Another text</source>
        <translation>Andere tekst</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Niet te lezen</translation>
    </message>
    <message>
        <source>Ask PV, and send it again.</source>
        <translation>Vraag het PV, en stuur het opnieuw.</translation>
    </message>
    <message>
        <source>It is no case of this desk: ask PV where it is from.</source>
        <translation>Het is geen zaak van deze desk: vraag PV waar het vandaan komt.</translation>
    </message>
    <message>
        <source>Ask PV which line holds.</source>
        <translation>Vraag PV welke regel geldt.</translation>
    </message>
    <message>
        <source>Enter PV&apos;s number as PV&apos;s answer, or ask PV.</source>
        <translation>Voer het nummer van PV in als antwoord van PV, of vraag het PV.</translation>
    </message>
    <message>
        <source>PV keeps two of our cases under this number: ask whether they are one.</source>
        <translation>PV bewaart twee zaken van ons onder dit nummer: vraag of het er één is.</translation>
    </message>
    <message>
        <source>Enter PV&apos;s answer, or ask PV.</source>
        <translation>Voer het antwoord van PV in, of vraag het PV.</translation>
    </message>
    <message>
        <source>The line is about another text: compare both.</source>
        <translation>De regel gaat over een andere tekst: vergelijk ze allebei.</translation>
    </message>
    <message>
        <source>Ask PV what the line says, and for a list that can be read.</source>
        <translation>Vraag PV wat er op de regel staat, en om een lijst die te lezen is.</translation>
    </message>
    <message>
        <source>It has not left this desk, so PV cannot have it: see what holds it.</source>
        <translation>Het is nog niet van deze desk vertrokken, dus PV kan het niet hebben: kijk wat het tegenhoudt.</translation>
    </message>
    <message>
        <source>We sent it again</source>
        <translation>Wij stuurden het opnieuw</translation>
    </message>
    <message>
        <source>We took PV&apos;s number</source>
        <translation>Wij namen het nummer van PV over</translation>
    </message>
    <message>
        <source>We took PV&apos;s decision</source>
        <translation>Wij namen het oordeel van PV over</translation>
    </message>
    <message>
        <source>PV corrects their list</source>
        <translation>PV verbetert hun lijst</translation>
    </message>
    <message>
        <source>It is not ours</source>
        <translation>Het is niet van ons</translation>
    </message>
    <message>
        <source>It is the same case</source>
        <translation>Het is dezelfde zaak</translation>
    </message>
    <message>
        <source>It belongs to the next period</source>
        <translation>Het hoort bij de volgende periode</translation>
    </message>
    <message>
        <source>Fields: {count}; in the header: {columns}</source>
        <translation>Velden: {count}; in de kop: {columns}</translation>
    </message>
    <message>
        <source>Period: {since} – {until}</source>
        <translation>Periode: {since} – {until}</translation>
    </message>
    <message>
        <source>Both lists agreed.</source>
        <translation>Beide lijsten klopten.</translation>
    </message>
    <message>
        <source>Reconciliation with PV</source>
        <extracomment>So many lines are shown, the oldest: nobody settles more at a sitting.</extracomment>
        <translation>Vergelijken met PV</translation>
    </message>
    <message>
        <source>No list of PV has been taken in yet.</source>
        <translation>Er is nog geen lijst van PV ingelezen.</translation>
    </message>
    <message>
        <source>What does not agree</source>
        <translation>Wat niet overeenkomt</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Open al</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Zaak</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Bij ons</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Bij PV</translation>
    </message>
    <message>
        <source>Take in PV&apos;s list…</source>
        <translation>Lijst van PV inlezen…</translation>
    </message>
    <message>
        <source>Our list…</source>
        <translation>Onze lijst…</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Afhandelen…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>Tekenen…</translation>
    </message>
    <message>
        <source>PV signed…</source>
        <translation>PV tekende…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>Ours: {words}</source>
        <translation>Bij ons: {words}</translation>
    </message>
    <message>
        <source>Theirs: {words}</source>
        <translation>Bij PV: {words}</translation>
    </message>
    <message>
        <source>Open since {time}</source>
        <translation>Open sinds {time}</translation>
    </message>
    <message>
        <source>Compared {time}: {counts}.</source>
        <translation>Vergeleken {time}: {counts}.</translation>
    </message>
    <message>
        <source>We took this case back: nothing is to be sent. Ask PV whether the nullification arrived.</source>
        <translation>Wij hebben deze zaak ingetrokken: er hoeft niets te worden gestuurd. Vraag PV of de intrekking is aangekomen.</translation>
    </message>
    <message>
        <source>Signed by PV: {name}, {way}, {time}.</source>
        <translation>Getekend door PV: {name}, {way}, {time}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more, the newest, are not shown.</source>
        <translation>
            <numerusform>Nog %n, de nieuwste, staat er niet bij.</numerusform>
            <numerusform>Nog %n, de nieuwste, staan er niet bij.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of PV</source>
        <translation>
            <numerusform>%n regel van PV</numerusform>
            <numerusform>%n regels van PV</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of ours</source>
        <translation>
            <numerusform>%n zaak van ons</numerusform>
            <numerusform>%n zaken van ons</numerusform>
        </translation>
    </message>
    <message>
        <source>{matched} matched</source>
        <translation>{matched} gevonden</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read; see below.</source>
        <translation>
            <numerusform>%n regel kon niet worden gelezen; die staat hieronder.</numerusform>
            <numerusform>%n regels konden niet worden gelezen; die staan hieronder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Our list is in {file}.</source>
        <translation>Onze lijst staat in {file}.</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Afhandelen</translation>
    </message>
    <message>
        <source>Nothing can differ before a list of PV was taken in.</source>
        <translation>Er kan niets verschillen zolang er geen lijst van PV is ingelezen.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Er staat niets open.</translation>
    </message>
    <message>
        <source>What was done, with whom, and why</source>
        <translation>Wat er is gedaan, met wie en waarom</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hoe</translation>
    </message>
    <message>
        <source>Sign the comparison</source>
        <translation>De vergelijking tekenen</translation>
    </message>
    <message>
        <source>PV signed this comparison</source>
        <translation>PV tekende deze vergelijking</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>First line: who signed. Below it: what they sent</source>
        <translation>Eerste regel: wie tekende. Daaronder: wat ze stuurden</translation>
    </message>
    <message>
        <source>It came</source>
        <translation>Het kwam</translation>
    </message>
    <message>
        <source>Not signed by us yet.</source>
        <translation>Nog niet door ons getekend.</translation>
    </message>
    <message>
        <source>Not signed by PV yet.</source>
        <translation>Nog niet door PV getekend.</translation>
    </message>
    <message>
        <source>The oldest unmatched line is open for {age}.</source>
        <translation>De oudste regel staat {age} open.</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>drafted</source>
        <extracomment>What of a case alone can be done, and what stands ready for each kind. States of ours and decisions of PV, as the register says them.</extracomment>
        <translation>concept</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in de rij</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verstuurd</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>teruggekomen</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>ontvangen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aangenomen</translation>
    </message>
    <message>
        <source>not a case</source>
        <translation>geen zaak</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>dubbel</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>verbeterd</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>vervolg</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>afgesloten</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>The light of a state: its shape says it as well as its colour.</extracomment>
        <translation>Open</translation>
    </message>
    <message>
        <source>Ours to do</source>
        <translation>Aan ons</translation>
    </message>
    <message>
        <source>Waiting for PV</source>
        <translation>Wacht op PV</translation>
    </message>
    <message>
        <source>With an alarm</source>
        <translation>Met een alarm</translation>
    </message>
    <message>
        <source>Decided by PV</source>
        <translation>Door PV beslist</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Afgesloten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>initial report</source>
        <translation>eerste melding</translation>
    </message>
    <message>
        <source>follow-up report</source>
        <translation>vervolgmelding</translation>
    </message>
    <message>
        <source>amendment</source>
        <translation>wijziging</translation>
    </message>
    <message>
        <source>nullification</source>
        <translation>intrekking</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>verbetering</translation>
    </message>
    <message>
        <source>received by PV</source>
        <translation>ontvangen door PV</translation>
    </message>
    <message>
        <source>taken by PV</source>
        <translation>door PV aangenomen</translation>
    </message>
    <message>
        <source>rejected by PV</source>
        <translation>door PV geweigerd</translation>
    </message>
    <message>
        <source>said again</source>
        <translation>nogmaals gezegd</translation>
    </message>
    <message>
        <source>another number of PV</source>
        <translation>een ander nummer van PV</translation>
    </message>
    <message>
        <source>contrary to PV&apos;s answer before</source>
        <translation>in strijd met PV&apos;s eerdere antwoord</translation>
    </message>
    <message>
        <source>came before the report left</source>
        <translation>kwam voordat de melding weg was</translation>
    </message>
    <message>
        <source>about a report that is not ours</source>
        <translation>over een melding die niet van ons is</translation>
    </message>
    <message>
        <source>unclear: ask PV</source>
        <translation>onduidelijk: vraag het PV</translation>
    </message>
    <message>
        <source>not a case, says PV</source>
        <translation>geen zaak, zegt PV</translation>
    </message>
    <message>
        <source>a duplicate, says PV</source>
        <translation>dubbel, zegt PV</translation>
    </message>
    <message>
        <source>PV has received it</source>
        <translation>PV heeft het ontvangen</translation>
    </message>
    <message>
        <source>PV keeps it as a case</source>
        <translation>PV houdt het als zaak</translation>
    </message>
    <message>
        <source>PV takes it for no case</source>
        <translation>Volgens PV is het geen zaak</translation>
    </message>
    <message>
        <source>PV calls it a duplicate</source>
        <translation>PV noemt het dubbel</translation>
    </message>
    <message>
        <source>PV cannot use the report</source>
        <translation>PV kan de melding niet gebruiken</translation>
    </message>
    <message>
        <source>by E2B</source>
        <translation>per E2B</translation>
    </message>
    <message>
        <source>by mail</source>
        <translation>per mail</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>per telefoon</translation>
    </message>
    <message>
        <source>in a meeting</source>
        <translation>in een overleg</translation>
    </message>
    <message>
        <source>on PV&apos;s list</source>
        <translation>op de lijst van PV</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>antwoordde</translation>
    </message>
    <message>
        <source>answered in part</source>
        <translation>antwoordde gedeeltelijk</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>antwoordde niet</translation>
    </message>
    <message>
        <source>did not want to answer</source>
        <translation>wilde niet antwoorden</translation>
    </message>
    <message>
        <source>could not be reached</source>
        <translation>was niet te bereiken</translation>
    </message>
    <message>
        <source>called back before it left</source>
        <translation>teruggeroepen voordat het vertrok</translation>
    </message>
    <message>
        <source>received</source>
        <translation>ontvangen</translation>
    </message>
    <message>
        <source>nullified</source>
        <translation>ingetrokken</translation>
    </message>
</context>
<context>
    <name>RegisterLine</name>
    <message>
        <source>State</source>
        <extracomment>How many days before the day of a serious case to look up. How many letters of an author stand before his words. PV has said what it is: its own clock is PV&apos;s from then on.</extracomment>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Our number</source>
        <translation>Ons nummer</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
    <message>
        <source>PV&apos;s days</source>
        <translation>Dagen van PV</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Uiterlijk</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Bij</translation>
    </message>
    <message>
        <source>PV&apos;s number</source>
        <translation>Nummer van PV</translation>
    </message>
    <message>
        <source>day {day} of {limit}</source>
        <translation>dag {day} van {limit}</translation>
    </message>
    <message>
        <source>day {day} of {limit}, {all} in all</source>
        <translation>dag {day} van {limit}, {all} in totaal</translation>
    </message>
    <message>
        <source>⚠ ask PV</source>
        <translation>⚠ vraag PV</translation>
    </message>
    <message>
        <source>⚠ questions</source>
        <translation>⚠ vragen</translation>
    </message>
</context>
<context>
    <name>RegisterStory</name>
    <message>
        <source>none yet</source>
        <translation>nog geen</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>geen gevonden</translation>
    </message>
    <message>
        <source>Since {time}</source>
        <translation>Sinds {time}</translation>
    </message>
    <message>
        <source>Day zero: {time}</source>
        <translation>Dag nul: {time}</translation>
    </message>
    <message>
        <source>PV&apos;s days run from: {time}</source>
        <translation>De dagen van PV lopen vanaf: {time}</translation>
    </message>
    <message>
        <source>PV&apos;s number: {number}</source>
        <translation>Nummer van PV: {number}</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Reden: {reason}</translation>
    </message>
    <message>
        <source>Duplicate of case {number}</source>
        <translation>Dubbel met zaak {number}</translation>
    </message>
    <message>
        <source>made {time} by {name}</source>
        <translation>gemaakt {time} door {name}</translation>
    </message>
    <message>
        <source>Questions, attempt {attempt}: asked {time}</source>
        <translation>Vragen, poging {attempt}: gesteld {time}</translation>
    </message>
    <message>
        <source>the invitation in public: {state}</source>
        <translation>de uitnodiging in het openbaar: {state}</translation>
    </message>
    <message>
        <source>ended {time}: {outcome}</source>
        <translation>afgelopen {time}: {outcome}</translation>
    </message>
    <message>
        <source>waiting for an answer: {left}</source>
        <translation>wacht op antwoord: {left}</translation>
    </message>
    <message>
        <source>{role} alarmed {time}</source>
        <translation>{role} gealarmeerd {time}</translation>
    </message>
    <message>
        <source>a mail of PV, for a person to read</source>
        <translation>een mail van PV, die iemand moet lezen</translation>
    </message>
    <message>
        <source>evidence: SHA-256 {digest}…</source>
        <translation>bewijs: SHA-256 {digest}…</translation>
    </message>
    <message>
        <source>{number}: the same one, said {name}, {time}</source>
        <translation>{number}: dezelfde zaak, zei {name}, {time}</translation>
    </message>
    <message>
        <source>{number}: another one, said {name}, {time}</source>
        <translation>{number}: een andere zaak, zei {name}, {time}</translation>
    </message>
    <message>
        <source>{number}: the same one, said who sent it</source>
        <translation>{number}: dezelfde zaak, zei wie het verstuurde</translation>
    </message>
</context>
<context>
    <name>RegisterWindow</name>
    <message>
        <source>Cases</source>
        <extracomment>A person wants to see this comment in the main window.</extracomment>
        <translation>Zaken</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versies</translation>
    </message>
    <message>
        <source>PV&apos;s answers</source>
        <translation>Antwoorden van PV</translation>
    </message>
    <message>
        <source>Possibly the same case</source>
        <translation>Mogelijk dezelfde zaak</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) are in {file}.</source>
        <translation>
            <numerusform>%n melding staat in {file}.</numerusform>
            <numerusform>%n meldingen staan in {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>more than {count} cases</source>
        <translation>meer dan {count} zaken</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n melding</numerusform>
            <numerusform>%n meldingen</numerusform>
        </translation>
    </message>
    <message>
        <source>No case fits what is chosen above.</source>
        <translation>Geen zaak past bij wat hierboven is gekozen.</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>Er staat geen zaak open.</translation>
    </message>
    <message>
        <source>Export the register</source>
        <translation>Het register exporteren</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;Table (*.csv);;PDF (*.pdf)</source>
        <translation>Werkmap (*.xlsx);;Tabel (*.csv);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Register of safety cases</source>
        <translation>Register van zaken</translation>
    </message>
    <message>
        <source>Search: author, words, PV&apos;s number</source>
        <translation>Zoek: auteur, woorden, nummer van PV</translation>
    </message>
    <message>
        <source>Which cases</source>
        <translation>Welke zaken</translation>
    </message>
    <message>
        <source>Reconciliation…</source>
        <translation>Vergelijken met PV…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
</context>
<context>
    <name>ReplyEdit</name>
    <message>
        <source>Public reply</source>
        <extracomment>How many lines the field shows at least, and at most unless the pane has more room. Of a window&apos;s lines so many are taken by what stands around field and comment; of the rest the field has no more than a third, so that the comment stays in sight.</extracomment>
        <translation>Openbaar antwoord</translation>
    </message>
    <message>
        <source>Write a reply that everybody can read, or choose a template.</source>
        <translation>Schrijf een antwoord dat iedereen kan lezen, of kies een sjabloon.</translation>
    </message>
</context>
<context>
    <name>ReplyTab</name>
    <message>
        <source>Template…</source>
        <extracomment>It is to be sent; the comment, which was reworded, was read again.</extracomment>
        <translation>Sjabloon…</translation>
    </message>
    <message>
        <source>I have read it again</source>
        <translation>Opnieuw gelezen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message numerus="yes">
        <source>✓ %n check(s) in order</source>
        <translation>
            <numerusform>✓ %n controle in orde</numerusform>
            <numerusform>✓ %n controles in orde</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a template</source>
        <translation>Kies een sjabloon</translation>
    </message>
</context>
<context>
    <name>RescueDialog</name>
    <message>
        <source>This desk cannot be opened</source>
        <translation>Deze desk kan niet worden geopend</translation>
    </message>
    <message>
        <source>Nothing was changed, and nothing was made in its place.</source>
        <translation>Er is niets veranderd, en er is niets voor in de plaats gemaakt.</translation>
    </message>
    <message>
        <source>Report to PV by phone or mail…</source>
        <translation>Melden aan PV per telefoon of mail…</translation>
    </message>
    <message>
        <source>Read what can be read…</source>
        <translation>Lezen wat te lezen is…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Een reservekopie terugzetten…</translation>
    </message>
    <message>
        <source>Try to open it again</source>
        <translation>Opnieuw proberen te openen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Een reservekopie terugzetten</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Reservekopie</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Inlognaam</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nieuw wachtwoord</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nieuw wachtwoord nogmaals</translation>
    </message>
    <message>
        <source>Login of a second person</source>
        <translation>Inlognaam van een tweede persoon</translation>
    </message>
    <message>
        <source>Password of the second person</source>
        <translation>Wachtwoord van de tweede persoon</translation>
    </message>
    <message>
        <source>Code of the second person, if there is one</source>
        <translation>Code van de tweede persoon, als die er een heeft</translation>
    </message>
    <message>
        <source>Nothing is deleted: the present files move into a folder of their own. Nothing is sent or read afterwards until two persons have confirmed it.</source>
        <translation>Er wordt niets gewist: de huidige bestanden gaan naar een eigen map. Daarna wordt niets verstuurd of opgehaald tot twee personen dat hebben bevestigd.</translation>
    </message>
    <message>
        <source>There is no backup to restore.</source>
        <translation>Er is geen reservekopie om terug te zetten.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>De twee wachtwoorden zijn niet gelijk.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n regel</numerusform>
            <numerusform>%n regels</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no backup of this desk.</source>
        <translation>Er is geen reservekopie van deze desk.</translation>
    </message>
    <message>
        <source>It is being verified…</source>
        <translation>Wordt nagekeken…</translation>
    </message>
    <message>
        <source>Head: {root}</source>
        <translation>Kop: {root}</translation>
    </message>
    <message>
        <source>Verified: every page and every entry holds.</source>
        <translation>Nagekeken: elke pagina en elke regel klopt.</translation>
    </message>
    <message>
        <source>What came after it cannot be read: accounts closed and passwords replaced since serve again, and roles and legal holds are as they were in the backup.</source>
        <translation>Wat erna kwam is niet te lezen: accounts die sindsdien gesloten zijn en wachtwoorden die vervangen zijn, gelden weer, en rollen en bewaarplichten zijn zoals in de reservekopie.</translation>
    </message>
    <message>
        <source>Accounts closed, roles taken away, passwords replaced and legal holds set since are so again; who confirms it reads of each.</source>
        <translation>Accounts die sindsdien gesloten zijn, rollen die afgenomen zijn, wachtwoorden die vervangen zijn en bewaarplichten die opgelegd zijn, zijn dat weer; wie het bevestigt leest van elk.</translation>
    </message>
    <message numerus="yes">
        <source>%n later entry(s) would be lost.</source>
        <translation>
            <numerusform>%n latere regel gaat verloren.</numerusform>
            <numerusform>%n latere regels gaan verloren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewBoard</name>
    <message>
        <source>Review of the log</source>
        <extracomment>The entry whose verdict is under way: once it is there, the next one is shown.</extracomment>
        <translation>Controle van het logboek</translation>
    </message>
    <message>
        <source>Ask the log, judge what it points to, and sign. Never one&apos;s own acts.</source>
        <translation>Bevraag het logboek, beoordeel wat het aanwijst, en onderteken. Nooit de eigen handelingen.</translation>
    </message>
    <message>
        <source>Entries to judge</source>
        <extracomment>The open reviews that somebody else concludes.</extracomment>
        <translation>Te beoordelen regels</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Wat er gebeurde</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Controles</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Hoe het ervoor staat</translation>
    </message>
    <message>
        <source>New review…</source>
        <translation>Nieuwe controle…</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>Finding…</source>
        <translation>Bevinding…</translation>
    </message>
    <message>
        <source>Conclude and sign…</source>
        <translation>Afsluiten en tekenen…</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Reactie</translation>
    </message>
    <message>
        <source>Nobody has reviewed this log yet. N begins a review.</source>
        <translation>Niemand heeft dit logboek nog gecontroleerd. N begint een controle.</translation>
    </message>
    <message>
        <source>Nobody has reviewed this log yet. A supervisor begins a review.</source>
        <translation>Niemand heeft dit logboek nog gecontroleerd. Een supervisor begint een controle.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Review {number}, by {who}</source>
        <translation>Controle {number}, door {who}</translation>
    </message>
    <message>
        <source>Entries {first} to {last}, sample drawn by seed {seed}</source>
        <translation>Regels {first} tot {last}, steekproef met startgetal {seed}</translation>
    </message>
    <message>
        <source>It looks at acts of your own: somebody else concludes it.</source>
        <translation>Ze kijkt naar handelingen van jezelf: iemand anders rondt haar af.</translation>
    </message>
    <message>
        <source>Entries that no concluded review has asked about</source>
        <translation>Regels waarnaar geen afgesloten controle heeft gevraagd</translation>
    </message>
    <message>
        <source>Why is entry {number} no finding?</source>
        <translation>Waarom is regel {number} geen bevinding?</translation>
    </message>
    <message>
        <source>Take the finding back</source>
        <translation>Bevinding terugnemen</translation>
    </message>
    <message>
        <source>What is wrong with entry {number}?</source>
        <translation>Wat klopt er niet aan regel {number}?</translation>
    </message>
    <message>
        <source>Keep the finding</source>
        <translation>Bevinding bewaren</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Bevinding</translation>
    </message>
    <message>
        <source>Without names: it stays when a person&apos;s data are erased.</source>
        <translation>Zonder namen: dit blijft staan als iemands gegevens worden gewist.</translation>
    </message>
    <message>
        <source>Judged by {who}, {time}</source>
        <translation>Beoordeeld door {who}, {time}</translation>
    </message>
    <message>
        <source>Nobody without a part in it oversees this desk: the log says so.</source>
        <translation>Iedereen die op deze desk toezicht houdt, heeft er een aandeel in: het logboek zegt dat.</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>Comment {comment} is not on this desk.</source>
        <translation>Reactie {comment} staat niet op deze desk.</translation>
    </message>
    <message>
        <source>The words of comment {comment} were erased; nothing more is kept or sent about it.</source>
        <extracomment>Whether it cannot wait for room on the disk. Whether it can be done while the session is locked. The act needs one of these as its `reason`; where there are none it needs no reason. Whether `apply` itself says when the reason is needed.</extracomment>
        <translation>De woorden van reactie {comment} zijn gewist; er wordt niets meer over bewaard of verstuurd.</translation>
    </message>
    <message>
        <source>Comment {comment} was erased already.</source>
        <translation>Reactie {comment} is al gewist.</translation>
    </message>
    <message>
        <source>The desk&apos;s answer {answer} goes with comment {comment}. {why}</source>
        <translation>Het antwoord {answer} van de desk gaat mee met reactie {comment}. {why}</translation>
    </message>
    <message>
        <source>Answer {answer} of PV is not on this desk.</source>
        <translation>Antwoord {answer} van PV is niet op deze desk.</translation>
    </message>
    <message>
        <source>Answer {answer} of PV is about case {case}: it goes with the case&apos;s comment.</source>
        <translation>Antwoord {answer} van PV gaat over zaak {case}: het gaat weg met de reactie van die zaak.</translation>
    </message>
    <message>
        <source>Answer {answer} of PV was erased already.</source>
        <translation>Antwoord {answer} van PV is al gewist.</translation>
    </message>
    <message>
        <source>The file of answer {answer} of PV came for case {case}, too: it goes with the comment of that.</source>
        <translation>Het bestand van antwoord {answer} van PV kwam ook voor zaak {case}: het gaat met de reactie van die zaak mee.</translation>
    </message>
    <message>
        <source>Comment {comment} is held for the law (GDPR {basis}): where it has ended, lift the hold first (Comment → Legal hold…, or `erase lift`).</source>
        <translation>Reactie {comment} wordt bewaard voor de wet (AVG {basis}): is dat afgelopen, hef het dan eerst op (Reactie → Bewaarplicht…, of `erase lift`).</translation>
    </message>
    <message>
        <source>The desk&apos;s answer {answer} to comment {comment} is held for the law (GDPR {basis}): where it has ended, lift the hold first (Comment → Legal hold…, or `erase lift`).</source>
        <translation>Het antwoord {answer} van de desk op reactie {comment} wordt bewaard voor de wet (AVG {basis}): is dat afgelopen, hef het dan eerst op (Reactie → Bewaarplicht…, of `erase lift`).</translation>
    </message>
    <message>
        <source>Comment {comment} is a safety case that PV was told of: it is kept (GDPR Art. 17(3)(b) and (c); Reg. (EU) 520/2012 Art. 12).</source>
        <translation>Reactie {comment} is een melding die PV kreeg: die blijft bewaard (AVG art. 17 lid 3 onder b en c; Verordening (EU) 520/2012 art. 12).</translation>
    </message>
    <message>
        <source>The words of comment {comment} stand in the packet of comment {other}, a safety case: they are kept (GDPR Art. 17(3)(b) and (c)).</source>
        <translation>De woorden van reactie {comment} staan in het pakket van reactie {other}, een melding: ze blijven bewaard (AVG art. 17 lid 3 onder b en c).</translation>
    </message>
    <message>
        <source>Comment {comment} stands in the frozen original of comment {other}, which is held for the law (GDPR {basis}): it is kept.</source>
        <translation>Reactie {comment} staat in het vastgelegde origineel van reactie {other}, die wordt bewaard voor de wet (AVG {basis}): ze blijft bewaard.</translation>
    </message>
    <message>
        <source>Comment {comment} stands in the frozen original of comment {other}, a safety case: it is kept (GDPR Art. 17(3)(b) and (c)).</source>
        <translation>Reactie {comment} staat in het vastgelegde origineel van reactie {other}, een melding: ze blijft bewaard (AVG art. 17 lid 3 onder b en c).</translation>
    </message>
    <message>
        <source>Comment {comment} is still worked on: close it first.</source>
        <translation>Aan reactie {comment} wordt nog gewerkt: sluit haar eerst af.</translation>
    </message>
    <message>
        <source>Something about comment {comment} is still on its way out; wait for it.</source>
        <translation>Iets over reactie {comment} is nog onderweg naar buiten; wacht daarop.</translation>
    </message>
    <message>
        <source>One of these two gave the other a password, also through a third one, or the same one reset both, so they do not count as two persons: somebody else approves, or another administrator gives a new password. While nobody else could approve, a request takes effect alone after three days.</source>
        <extracomment>The fact that says that this desk has had two people who could approve. Why two accounts do not stand for two persons, and what helps.</extracomment>
        <translation>Een van deze twee gaf de ander een wachtwoord, ook via een derde, of dezelfde persoon herstelde beide, dus gelden ze niet als twee personen: iemand anders keurt goed, of een andere beheerder geeft een nieuw wachtwoord. Zolang niemand anders kan goedkeuren, mag een verzoek na drie dagen alleen worden uitgevoerd.</translation>
    </message>
    <message>
        <source>Nobody approves a role for oneself: ask for it, and let another approve.</source>
        <translation>Niemand keurt een rol voor zichzelf goed: vraag die aan, en laat een ander goedkeuren.</translation>
    </message>
    <message>
        <source>This takes two persons: ask for approval first; another person approves it.</source>
        <translation>Hiervoor zijn twee personen nodig: vraag eerst goedkeuring; iemand anders keurt het goed.</translation>
    </message>
    <message>
        <source>This takes two persons, and the request still waits for the second one.</source>
        <translation>Hiervoor zijn twee personen nodig, en het verzoek wacht nog op de tweede.</translation>
    </message>
    <message>
        <source>This request has run out; ask again.</source>
        <extracomment>How long a request stands, approved or not; after that somebody asks again. A desk that lost its second approver acts alone only this long after it asked. A protocol that drops or switches off a rule which finds what must be reported. An account that asks for no code any more, where no administrator can enter. Another version of the protocol, whatever it takes from PV. The right that asking takes. What is said of a request whose time is over.</extracomment>
        <translation>Dit verzoek is verlopen; vraag het opnieuw aan.</translation>
    </message>
    <message>
        <source>Another version came into force since this was asked for: ask for it again.</source>
        <extracomment>What is said of a request for a version of the protocol that would undo another one unread.</extracomment>
        <translation>Sinds dit is aangevraagd, is een andere versie van kracht geworden: vraag deze opnieuw aan.</translation>
    </message>
    <message>
        <source>This request is approved already.</source>
        <extracomment>What is said of a request of which somebody has decided.</extracomment>
        <translation>Dit verzoek is al goedgekeurd.</translation>
    </message>
    <message>
        <source>This request is declined already.</source>
        <translation>Dit verzoek is al afgewezen.</translation>
    </message>
    <message>
        <source>This request is withdrawn already.</source>
        <translation>Dit verzoek is al ingetrokken.</translation>
    </message>
    <message>
        <source>This request is used already.</source>
        <translation>Dit verzoek is al uitgevoerd.</translation>
    </message>
    <message>
        <source>Who asked does not decide: a second person must.</source>
        <translation>Wie vroeg, beslist niet: dat moet een tweede persoon doen.</translation>
    </message>
    <message>
        <source>Decide in a session of your own, not in the one in which it was asked.</source>
        <translation>Beslis in een eigen sessie, niet in die waarin het werd gevraagd.</translation>
    </message>
    <message>
        <source>This deviation is closed already.</source>
        <translation>Deze afwijking is al gesloten.</translation>
    </message>
    <message>
        <source>Say first what the cause was.</source>
        <translation>Zeg eerst wat de oorzaak was.</translation>
    </message>
    <message>
        <source>Name first what is done about it: a measure.</source>
        <translation>Noem eerst wat eraan wordt gedaan: een maatregel.</translation>
    </message>
    <message>
        <source>A measure is not done yet.</source>
        <translation>Een maatregel is nog niet uitgevoerd.</translation>
    </message>
    <message>
        <source>The measures did not work: name another one, or another cause, first.</source>
        <translation>De maatregelen werkten niet: noem eerst een andere maatregel, of een andere oorzaak.</translation>
    </message>
    <message>
        <source>Somebody must first find that the measures worked.</source>
        <translation>Eerst moet iemand vaststellen dat de maatregelen hielpen.</translation>
    </message>
    <message>
        <source>Somebody objects (Art. 17(1)(c))</source>
        <extracomment>So many comments are quoted; the numbers of all stand in what is signed. Why data are erased, for the translator.</extracomment>
        <translation>Iemand maakt bezwaar (art. 17 lid 1 c)</translation>
    </message>
    <message>
        <source>Consent withdrawn (Art. 17(1)(b))</source>
        <translation>Toestemming ingetrokken (art. 17 lid 1 b)</translation>
    </message>
    <message>
        <source>No longer needed (Art. 17(1)(a))</source>
        <translation>Niet langer nodig (art. 17 lid 1 a)</translation>
    </message>
    <message>
        <source>Unlawfully processed (Art. 17(1)(d))</source>
        <translation>Onrechtmatig verwerkt (art. 17 lid 1 d)</translation>
    </message>
    <message>
        <source>The law demands it (Art. 17(1)(e))</source>
        <translation>De wet vraagt het (art. 17 lid 1 e)</translation>
    </message>
    <message>
        <source>Its time is over (Art. 5(1)(e))</source>
        <translation>De bewaartermijn is voorbij (art. 5 lid 1 e)</translation>
    </message>
    <message>
        <source>Account: {name} ({login})</source>
        <translation>Account: {name} ({login})</translation>
    </message>
    <message>
        <source>A new account: {name} ({login})</source>
        <translation>Een nieuw account: {name} ({login})</translation>
    </message>
    <message>
        <source>Role: {role}</source>
        <translation>Rol: {role}</translation>
    </message>
    <message>
        <source>+ {role} (new)</source>
        <translation>+ {role} (nieuw)</translation>
    </message>
    <message>
        <source>= {role} (has it already)</source>
        <translation>= {role} (heeft die al)</translation>
    </message>
    <message>
        <source>− {role} (taken away)</source>
        <translation>− {role} (gaat eraf)</translation>
    </message>
    <message>
        <source>+ The account is opened again: its owner may log in.</source>
        <translation>+ Het account gaat weer open: de eigenaar mag inloggen.</translation>
    </message>
    <message>
        <source>The account is closed: its owner may not log in.</source>
        <translation>Het account is gesloten: de eigenaar mag niet inloggen.</translation>
    </message>
    <message>
        <source>From then on the password alone logs in, without a code.</source>
        <translation>Vanaf dan is het wachtwoord alleen genoeg om in te loggen, zonder code.</translation>
    </message>
    <message>
        <source>Why: {basis}</source>
        <translation>Waarom: {basis}</translation>
    </message>
    <message>
        <source>Comments that go for good: {count}</source>
        <translation>Reacties die voorgoed weggaan: {count}</translation>
    </message>
    <message>
        <source>Comment {comment} by {author}, in “{thread}”: {words}</source>
        <translation>Reactie {comment} van {author}, in “{thread}”: {words}</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(geen naam)</translation>
    </message>
    <message>
        <source>PV&apos;s answer {answer}, which belongs to no case</source>
        <translation>Antwoord {answer} van PV, dat bij geen zaak hoort</translation>
    </message>
    <message>
        <source>It goes with the file as it came, which `case evidence {answer}` gives.</source>
        <translation>Het gaat weg met het bestand zoals het kwam; `case evidence {answer}` geeft dat.</translation>
    </message>
    <message>
        <source>Comment {comment}: erased already</source>
        <translation>Reactie {comment}: al gewist</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… en nog {count}</translation>
    </message>
    <message>
        <source>{protocol} ({digest})</source>
        <translation>{protocol} ({digest})</translation>
    </message>
    <message>
        <source>Protocol: {version}</source>
        <translation>Protocol: {version}</translation>
    </message>
    <message>
        <source>− Rule {rule}: it sends nothing to PV any more</source>
        <translation>− Regel {rule}: die stuurt niets meer naar PV</translation>
    </message>
    <message>
        <source>In force from {time} on, at the earliest</source>
        <translation>Op zijn vroegst van kracht vanaf {time}</translation>
    </message>
    <message>
        <source>of {time}</source>
        <translation>van {time}</translation>
    </message>
    <message>
        <source>The desk goes on as it was on {time}</source>
        <translation>De desk gaat verder zoals hij was op {time}</translation>
    </message>
    <message>
        <source>Entries of the log in the backup: {count}</source>
        <translation>Regels van het logboek in de reservekopie: {count}</translation>
    </message>
    <message>
        <source>− Later entries that are put aside: {count}</source>
        <translation>− Latere regels die opzij zijn gezet: {count}</translation>
    </message>
    <message>
        <source>− How many later entries are put aside could not be read</source>
        <translation>− Hoeveel latere regels opzij zijn gezet, was niet te lezen</translation>
    </message>
    <message>
        <source>Replies and mails looked for before they leave again: {count}</source>
        <translation>Antwoorden en mails die eerst worden opgezocht voordat ze weer vertrekken: {count}</translation>
    </message>
    <message>
        <source>! Whose accounts were closed, whose roles and passwords replaced and what was held for the law after the backup could not be looked at: it is as it was in the backup</source>
        <translation>! Wie na de reservekopie een account, rollen of wachtwoord kwijtraakte en wat toen een bewaarplicht kreeg, was niet na te gaan: het is zoals in de reservekopie</translation>
    </message>
    <message>
        <source>− {name} ({login}): closed after the backup, and closed again</source>
        <translation>− {name} ({login}): na de reservekopie gesloten, en weer gesloten</translation>
    </message>
    <message>
        <source>− {name} ({login}): lost roles after the backup, and has these alone: {roles}</source>
        <translation>− {name} ({login}): raakte na de reservekopie rollen kwijt, en heeft alleen nog: {roles}</translation>
    </message>
    <message>
        <source>! {name} ({login}): closed or no administrator after the backup, and is one again: nobody else could give roles</source>
        <translation>! {name} ({login}): na de reservekopie gesloten of geen beheerder meer, en nu toch weer: niemand anders kon rollen geven</translation>
    </message>
    <message>
        <source>− {name} ({login}): the password was replaced after the backup; the earlier one serves no more, an administrator gives a new one</source>
        <translation>− {name} ({login}): het wachtwoord is na de reservekopie vervangen; het eerdere geldt niet meer, een beheerder geeft een nieuw</translation>
    </message>
    <message>
        <source>! {name} ({login}): the password was replaced after the backup; the earlier one serves once, to choose another with</source>
        <translation>! {name} ({login}): het wachtwoord is na de reservekopie vervangen; het eerdere geldt nog één keer, om een ander te kiezen</translation>
    </message>
    <message>
        <source>= Comment {comment}: held for the law after the backup (GDPR {basis}), and held again</source>
        <translation>= Reactie {comment}: kreeg na de reservekopie een bewaarplicht (AVG {basis}), en heeft die weer</translation>
    </message>
    <message>
        <source>! Comment {comment} of the desk that is put aside was held for the law (GDPR {basis}): it came after the backup and is not here</source>
        <translation>! Reactie {comment} van de desk die opzij is gezet had een bewaarplicht (AVG {basis}): ze kwam na de reservekopie en is er niet</translation>
    </message>
    <message>
        <source>{name} (comments: {count})</source>
        <translation>{name} (reacties: {count})</translation>
    </message>
    <message>
        <source>{name} and others (comments: {count})</source>
        <translation>{name} en anderen (reacties: {count})</translation>
    </message>
    <message>
        <source>comments: {count}</source>
        <translation>reacties: {count}</translation>
    </message>
    <message>
        <source>{source} was not read from {since} to {until}</source>
        <translation>{source} is niet gelezen van {since} tot {until}</translation>
    </message>
    <message>
        <source>no backup since {time}</source>
        <translation>geen reservekopie sinds {time}</translation>
    </message>
    <message>
        <source>no backup at all since {time}</source>
        <translation>nog helemaal geen reservekopie sinds {time}</translation>
    </message>
    <message>
        <source>comment {comment}</source>
        <translation>reactie {comment}</translation>
    </message>
    <message>
        <source>case {case}</source>
        <translation>zaak {case}</translation>
    </message>
    <message>
        <source>{late} late</source>
        <translation>{late} te laat</translation>
    </message>
    <message>
        <source>This mail is being sent, or has been.</source>
        <translation>Deze mail wordt verzonden of is al verzonden.</translation>
    </message>
    <message>
        <source>This step is done, or the comment is closed.</source>
        <translation>Deze stap is gedaan, of de reactie is gesloten.</translation>
    </message>
    <message>
        <source>Somebody else has this anchor already.</source>
        <translation>Een ander heeft dit anker al.</translation>
    </message>
    <message>
        <source>Only who oversees the desk cosigns its log.</source>
        <translation>Alleen wie toezicht houdt op de desk ondertekent het logboek mee.</translation>
    </message>
    <message>
        <source>This head is of a longer log than that of this desk.</source>
        <translation>Dit hoofd hoort bij een langer logboek dan dat van deze desk.</translation>
    </message>
    <message>
        <source>There is no anchor {anchor}.</source>
        <translation>Er is geen anker {anchor}.</translation>
    </message>
    <message>
        <source>In the role {role} one may not ask for this.</source>
        <translation>In de rol {role} mag je dit niet aanvragen.</translation>
    </message>
    <message>
        <source>Exactly this is asked for already; it waits or is approved.</source>
        <translation>Precies dit is al aangevraagd; het wacht of is goedgekeurd.</translation>
    </message>
    <message>
        <source>This signature is older than the request; sign again.</source>
        <translation>Deze handtekening is ouder dan het verzoek; teken opnieuw.</translation>
    </message>
    <message>
        <source>Only who asked can withdraw a request.</source>
        <translation>Alleen wie iets aanvroeg, kan het intrekken.</translation>
    </message>
    <message>
        <source>There is no request {request} on this desk.</source>
        <translation>Er is geen verzoek {request} op deze desk.</translation>
    </message>
    <message>
        <source>This takes a signature of your own, made in this session.</source>
        <translation>Hiervoor is je eigen handtekening nodig, gezet in deze sessie.</translation>
    </message>
    <message>
        <source>This signature is under another record, or means something else; sign again.</source>
        <translation>Deze handtekening staat onder een ander stuk of betekent iets anders; teken opnieuw.</translation>
    </message>
    <message>
        <source>This signature stands under a request already; sign again.</source>
        <translation>Deze handtekening staat al onder een verzoek; teken opnieuw.</translation>
    </message>
    <message>
        <source>This desk is made already; its log keeps its origin and its key.</source>
        <extracomment>The largest batch, so that no transaction holds the desk for long.</extracomment>
        <translation>Deze desk is al gemaakt; het logboek bewaart zijn herkomst en zijn sleutel.</translation>
    </message>
    <message>
        <source>This protocol comes into force later; until then the one before it stays.</source>
        <translation>Dit protocol wordt later van kracht; tot dan geldt het vorige.</translation>
    </message>
    <message>
        <source>A batch holds at most {most} comments; this one has {count}.</source>
        <translation>Een reeks bevat hoogstens {most} reacties; deze heeft er {count}.</translation>
    </message>
    <message>
        <source>There is no such gap, or somebody has explained it already.</source>
        <translation>Dit gat bestaat niet, of iemand heeft het al verklaard.</translation>
    </message>
    <message>
        <source>This desk is not held after a restore.</source>
        <extracomment>While this fact says `HELD`, the desk sends nothing and reads nothing. No desk was put back more often.</extracomment>
        <translation>Deze desk wacht niet op bevestiging na het terugzetten van een reservekopie.</translation>
    </message>
    <message>
        <source>There is no case {case}.</source>
        <translation>Er is geen zaak {case}.</translation>
    </message>
    <message>
        <source>drafted</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in de rij</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verstuurd</translation>
    </message>
    <message>
        <source>came-back</source>
        <translation>teruggekomen</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>ontvangen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aangenomen</translation>
    </message>
    <message>
        <source>not-a-case</source>
        <translation>geen zaak</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>dubbel</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>verbeterd</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>vervolg</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>afgesloten</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>in de rij zetten</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>versturen</translation>
    </message>
    <message>
        <source>come-back</source>
        <translation>terugkomen</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>ontvangen</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>aannemen</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>geen zaak</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>weigeren</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>verbeteren</translation>
    </message>
    <message>
        <source>close</source>
        <translation>afsluiten</translation>
    </message>
    <message>
        <source>This case is {state}: “{event}” does not fit that.</source>
        <translation>Deze zaak staat op ‘{state}’: ‘{event}’ past daar niet bij.</translation>
    </message>
    <message>
        <source>Escalation {escalation} is no case from before the versions.</source>
        <extracomment>What a version says that was made later, from the packet that was kept.</extracomment>
        <translation>Escalatie {escalation} is geen zaak van vóór de versies.</translation>
    </message>
    <message>
        <source>Case {case} does not have the clock of an older one.</source>
        <translation>Zaak {case} heeft niet de klok van een oudere zaak.</translation>
    </message>
    <message>
        <source>Attach the mail, or write down who said it and when.</source>
        <extracomment>What no number of PV&apos;s stands for: no answer, and that PV cannot use the report.</extracomment>
        <translation>Voeg de mail bij, of schrijf op wie het zei en wanneer.</translation>
    </message>
    <message>
        <source>Give the reference under which PV keeps the case.</source>
        <translation>Geef het nummer waaronder PV de zaak bewaart.</translation>
    </message>
    <message>
        <source>A reason goes with “not a case”, and with nothing else.</source>
        <translation>Een reden hoort bij ‘geen zaak’, en nergens anders bij.</translation>
    </message>
    <message>
        <source>Case {case} is no other case of this desk.</source>
        <translation>Zaak {case} is geen andere zaak van deze desk.</translation>
    </message>
    <message>
        <source>Say of which case it is a duplicate: one of ours, or PV&apos;s number.</source>
        <translation>Zeg met welke zaak dit dubbel is: een van onze zaken, of het nummer van PV.</translation>
    </message>
    <message>
        <source>Only a number is put right where PV has decided so: give that, and another number.</source>
        <translation>Alleen een nummer verbeteren kan als PV al zo heeft beslist: geef dat oordeel, en een ander nummer.</translation>
    </message>
    <message>
        <source>Say of which version of case {case} PV speaks: {numbers}.</source>
        <translation>Zeg over welke versie van zaak {case} PV het heeft: {numbers}.</translation>
    </message>
    <message>
        <source>Version {number} is kept back: send it to PV first (`case send`). An internal note keeps what is to follow.</source>
        <translation>Versie {number} wordt vastgehouden: stuur die eerst naar PV (`case send`). Een interne notitie bewaart wat daarna komt.</translation>
    </message>
    <message>
        <source>Version {number} has not left for PV yet: send it first (`outbox send`). An internal note keeps what is to follow.</source>
        <extracomment>A later version may not overtake the one before it; what to do until that one has left.</extracomment>
        <translation>Versie {number} is nog niet naar PV vertrokken: verzend die eerst (`outbox send`). Een interne notitie bewaart wat daarna komt.</translation>
    </message>
    <message>
        <source>Version {number} came back, so PV has not got it: send it again first (`outbox now`). An internal note keeps what is to follow.</source>
        <translation>Versie {number} is teruggekomen, dus PV heeft die niet: verzend die eerst opnieuw (`outbox now`). Een interne notitie bewaart wat daarna komt.</translation>
    </message>
    <message>
        <source>Somebody has made another version of this case; read it again.</source>
        <translation>Iemand heeft een andere versie van deze zaak gemaakt; lees haar opnieuw.</translation>
    </message>
    <message>
        <source>Say what is new, or why the report is changed or taken back.</source>
        <translation>Zeg wat er nieuw is, of waarom de melding verandert of wordt ingetrokken.</translation>
    </message>
    <message>
        <source>What is new reached us not before the case itself, and not after now.</source>
        <translation>Wat nieuw is, kan ons niet vóór de zaak zelf of na nu hebben bereikt.</translation>
    </message>
    <message>
        <source>A correction answers a refused report, and a refused report needs one.</source>
        <translation>Een verbetering hoort bij een geweigerde melding, en een geweigerde melding vraagt erom.</translation>
    </message>
    <message>
        <source>This report was taken back: escalate the comment again for a new one.</source>
        <translation>Deze melding is ingetrokken: escaleer de reactie opnieuw voor een nieuwe.</translation>
    </message>
    <message>
        <source>The latest version of this case is on its way already.</source>
        <translation>De laatste versie van deze zaak is al onderweg.</translation>
    </message>
    <message>
        <source>This case needs no alarm.</source>
        <translation>Voor deze zaak is geen alarm nodig.</translation>
    </message>
    <message>
        <source>PV has not acknowledged this comment; it stays open until then.</source>
        <extracomment>A step that is asked for: its plan and itself, by their ids.</extracomment>
        <translation>PV heeft deze reactie nog niet bevestigd; tot dan blijft ze open.</translation>
    </message>
    <message>
        <source>Nobody recorded these steps of its plan: {steps}. Record them, or say in words why it is closed without them.</source>
        <translation>Niemand legde deze stappen van het plan vast: {steps}. Leg ze vast, of zeg in woorden waarom het zonder wordt gesloten.</translation>
    </message>
    <message>
        <source>This may be a report: tell PV of it, or give the reason why it is none.</source>
        <translation>Dit kan een melding zijn: geef het door aan PV, of geef de reden waarom het er geen is.</translation>
    </message>
    <message>
        <source>By its plan this may only end with {reasons}; else tell PV of it.</source>
        <translation>Volgens het plan mag dit alleen eindigen met: {reasons}; geef het anders door aan PV.</translation>
    </message>
    <message>
        <source>These are the settings that the log knows.</source>
        <translation>Dit zijn de instellingen die het logboek al kent.</translation>
    </message>
    <message>
        <source>This desk was put back from a backup: nothing is sent until that is confirmed.</source>
        <translation>Deze desk is uit een reservekopie teruggezet: er wordt niets verstuurd tot dat is bevestigd.</translation>
    </message>
    <message>
        <source>This delivery is not waiting to be sent.</source>
        <translation>Deze verzending wacht niet om verstuurd te worden.</translation>
    </message>
    <message>
        <source>This delivery is not under way.</source>
        <translation>Deze verzending is niet onderweg.</translation>
    </message>
    <message>
        <source>What a department got is not read back; of a packet, PV acknowledges it.</source>
        <translation>Wat een afdeling kreeg, wordt niet teruggelezen; een pakket wordt door PV bevestigd.</translation>
    </message>
    <message>
        <source>Only what was sent can be verified.</source>
        <translation>Alleen wat is verstuurd, kan worden geverifieerd.</translation>
    </message>
    <message>
        <source>Only what has left can be uncertain.</source>
        <translation>Alleen wat is vertrokken, kan onzeker zijn.</translation>
    </message>
    <message>
        <source>Only what was to be sent can fail.</source>
        <translation>Alleen wat verstuurd moest worden, kan mislukken.</translation>
    </message>
    <message>
        <source>There is no delivery {delivery}.</source>
        <translation>Er is geen verzending {delivery}.</translation>
    </message>
    <message>
        <source>Somebody else has taken this delivery.</source>
        <translation>Een ander heeft deze verzending overgenomen.</translation>
    </message>
    <message>
        <source>Say in a few words what happened.</source>
        <extracomment>A measure that is due later is a slip of the hand. Nobody has said whether the measures worked, or there is more to judge than there was.</extracomment>
        <translation>Zeg in een paar woorden wat er gebeurde.</translation>
    </message>
    <message>
        <source>Somebody has opened this as a deviation already.</source>
        <translation>Iemand heeft hiervoor al een afwijking geopend.</translation>
    </message>
    <message>
        <source>Say what the cause was.</source>
        <translation>Zeg wat de oorzaak was.</translation>
    </message>
    <message>
        <source>A measure says what is done, and by whom on this desk.</source>
        <translation>Een maatregel zegt wat er wordt gedaan, en door wie van deze desk.</translation>
    </message>
    <message>
        <source>A measure is due today or later, within ten years.</source>
        <translation>Een maatregel moet vandaag of later klaar zijn, binnen tien jaar.</translation>
    </message>
    <message>
        <source>There is no such measure to be done any more.</source>
        <translation>Deze maatregel bestaat niet, of is al uitgevoerd.</translation>
    </message>
    <message>
        <source>Say what was done.</source>
        <translation>Zeg wat er is gedaan.</translation>
    </message>
    <message>
        <source>The measures must be done before anybody can say whether they worked.</source>
        <extracomment>How long a deviation may stay open, in microseconds.</extracomment>
        <translation>De maatregelen moeten zijn uitgevoerd voordat iemand kan zeggen of ze hielpen.</translation>
    </message>
    <message>
        <source>A measure is your own: somebody else must say whether it worked.</source>
        <extracomment>Why somebody does not say whether the measures worked.</extracomment>
        <translation>Een maatregel is van jezelf: iemand anders moet zeggen of die heeft geholpen.</translation>
    </message>
    <message>
        <source>Say how it was seen whether the measures worked.</source>
        <translation>Zeg waaraan te zien was of de maatregelen hielpen.</translation>
    </message>
    <message>
        <source>There is no such deviation, or it is closed.</source>
        <translation>Deze afwijking bestaat niet, of ze is gesloten.</translation>
    </message>
    <message>
        <source>The login or the password is wrong.</source>
        <translation>De inlognaam of het wachtwoord klopt niet.</translation>
    </message>
    <message>
        <source>This code was used before; wait for the next one.</source>
        <translation>Deze code is al gebruikt; wacht op de volgende.</translation>
    </message>
    <message>
        <source>This account has no role {role}.</source>
        <translation>Dit account heeft de rol {role} niet.</translation>
    </message>
    <message>
        <source>Too many wrong tries: try again in {span}.</source>
        <extracomment>Tries with unknown logins further apart than this do not belong together.</extracomment>
        <translation>Te veel foute pogingen: probeer het opnieuw over {span}.</translation>
    </message>
    <message>
        <source>There is no open alert {alert}.</source>
        <translation>Er is geen open waarschuwing {alert}.</translation>
    </message>
    <message>
        <source>There is no such session of somebody else.</source>
        <translation>Zo&apos;n sessie van iemand anders is er niet.</translation>
    </message>
    <message>
        <source>This session has ended already.</source>
        <translation>Deze sessie is al beëindigd.</translation>
    </message>
    <message>
        <source>This is no request to erase.</source>
        <translation>Dit is geen verzoek om te wissen.</translation>
    </message>
    <message>
        <source>The request does not name these comments.</source>
        <translation>Het verzoek noemt deze reacties niet.</translation>
    </message>
    <message>
        <source>Comment {comment} is held on this basis already.</source>
        <translation>Reactie {comment} wordt op deze grond al bewaard.</translation>
    </message>
    <message>
        <source>Comment {comment} is not held on this basis.</source>
        <translation>Reactie {comment} wordt niet op deze grond bewaard.</translation>
    </message>
    <message>
        <source>The awareness time does not change; read the comment again.</source>
        <translation>Het kennisnamemoment verandert niet; lees de reactie opnieuw.</translation>
    </message>
    <message>
        <source>This comment has changed on its platform: read it again, then escalate it.</source>
        <translation>Deze reactie is op het platform gewijzigd: lees haar opnieuw, en escaleer haar dan.</translation>
    </message>
    <message>
        <source>This comment is with PV already, as case {case}: what is new goes there as its follow-up, or as its correction where PV could not use it.</source>
        <translation>Deze reactie is al bij PV, als zaak {case}: wat nieuw is, gaat erheen als vervolg, of als verbetering als PV de melding niet kon gebruiken.</translation>
    </message>
    <message>
        <source>This comment is with PV already and waits for their answer.</source>
        <translation>Deze reactie is al bij PV en wacht op antwoord.</translation>
    </message>
    <message>
        <source>A {role} owns this step already.</source>
        <translation>Deze stap is al van de rol {role}.</translation>
    </message>
    <message>
        <source>This escalation is not waiting for PV.</source>
        <translation>Deze escalatie wacht niet op PV.</translation>
    </message>
    <message>
        <source>This acknowledgement names no report, and its batch is none of this desk.</source>
        <translation>Dit ontvangstbericht noemt geen melding, en gaat niet over een zending van deze desk.</translation>
    </message>
    <message>
        <source>There is not one column {name!r} to be the reference.</source>
        <extracomment>Names that lists give to their columns, best first, letters only. Words that say it alone; as the first of several they say nothing yet (&quot;case closed&quot;). What denies a status; &quot;no. PV-7&quot; is a number. What is no part of whether PV has it and keeps it: &quot;accepted, non-serious&quot;. Rows and bytes of a list: each row is held against every case, and the file is kept with the log. A chosen column that is not there, or twice, by what it was to be.</extracomment>
        <translation>Er is niet precies één kolom ‘{name!s}’ voor ons nummer.</translation>
    </message>
    <message>
        <source>There is not one column {name!r} to be the link.</source>
        <translation>Er is niet precies één kolom ‘{name!s}’ voor de link.</translation>
    </message>
    <message>
        <source>There is not one column {name!r} to be the verbatim.</source>
        <translation>Er is niet precies één kolom ‘{name!s}’ voor de tekst.</translation>
    </message>
    <message>
        <source>There is not one column {name!r} to be the hash.</source>
        <translation>Er is niet precies één kolom ‘{name!s}’ voor de SHA-256 van de tekst.</translation>
    </message>
    <message>
        <source>There is not one column {name!r} to be the number.</source>
        <translation>Er is niet precies één kolom ‘{name!s}’ voor het nummer van PV.</translation>
    </message>
    <message>
        <source>There is not one column {name!r} to be the status.</source>
        <translation>Er is niet precies één kolom ‘{name!s}’ voor het oordeel van PV.</translation>
    </message>
    <message>
        <source>{file} has more than {rows:,} rows or {size} MB: it is no list of cases.</source>
        <extracomment>Characters of a line that names nothing, by which it is known. A cell written as =&quot;00123&quot;, so that a spreadsheet takes it for text. As many words as a status has. How PV calls our number on a list of its own, and what it then calls its number. What may as well count the lines: PV&apos;s number only where nothing better names the lines. What a column of remarks is called as often as one of the text.</extracomment>
        <translation>{file} heeft meer dan {rows:d} regels of {size} MB: het is geen lijst van zaken.</translation>
    </message>
    <message>
        <source>No column of the list has our reference, the permalink or the text; name one.</source>
        <translation>Geen kolom van de lijst heeft ons nummer, de link of de tekst; wijs er een aan.</translation>
    </message>
    <message>
        <source>What was frozen with case {case} was erased.</source>
        <extracomment>The day and eight digits, with which our number ends, and so does C.1.1 of the report.</extracomment>
        <translation>Wat met zaak {case} is vastgelegd, is gewist.</translation>
    </message>
    <message>
        <source>It has no version {number}.</source>
        <translation>Deze zaak heeft geen versie {number}.</translation>
    </message>
    <message>
        <source>{file} is no .csv, .xlsx or .pdf.</source>
        <extracomment>What XML 1.0 cannot carry.</extracomment>
        <translation>{file} is geen .csv, .xlsx of .pdf.</translation>
    </message>
    <message>
        <source>What is new would be longer than {most} characters: say it shorter.</source>
        <extracomment>What a version is called in a narrative, by its language in the desk and in ISO 639-2.</extracomment>
        <translation>Wat nieuw is, zou langer worden dan {most} tekens: zeg het korter.</translation>
    </message>
    <message>
        <source>The protocol has no plan that forwards to PV; phone or mail them now.</source>
        <translation>Het protocol heeft geen plan dat doorgeeft aan PV; bel of mail PV nu.</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} uur</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minuten</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} seconden</translation>
    </message>
    <message>
        <source>There is nothing to erase.</source>
        <extracomment>No backup is kept longer, so that erased text is nowhere after so many days. After a pause of the log of so long, a time counts once the clock has stood there for a while: one that jumped a month would have every backup removed, less costs what is nearly due. A request names no more, or nobody would read what they sign. So many comments in one act: what other programs do meanwhile waits no longer than that. What a restore moves aside before it puts a backup in its place.</extracomment>
        <translation>Er is niets om te wissen.</translation>
    </message>
    <message>
        <source>There is no request {request} to erase.</source>
        <translation>Er is geen verzoek {request} om te wissen.</translation>
    </message>
    <message>
        <source>What request {request} names was erased already.</source>
        <translation>Wat verzoek {request} noemt, is al gewist.</translation>
    </message>
    <message>
        <source>{place} is too old to keep and cannot be removed: {why}.</source>
        <translation>{place} is te oud om te bewaren en kan niet worden verwijderd: {why}.</translation>
    </message>
    <message>
        <source>A picture belongs to an original, and has a reason where it is missing.</source>
        <extracomment>What takes an original away, and what it is then frozen for.</extracomment>
        <translation>Een afbeelding hoort bij een origineel; ontbreekt ze, dan met een reden.</translation>
    </message>
    <message>
        <source>Another process has drawn this original meanwhile.</source>
        <translation>Een ander proces heeft intussen een afbeelding van dit origineel gemaakt.</translation>
    </message>
    <message>
        <source>A post of this original was erased meanwhile; its picture would still show it.</source>
        <translation>Een bericht uit dit origineel is intussen gewist; de afbeelding zou het nog laten zien.</translation>
    </message>
    <message>
        <source>A reply waits that may say that the comment is hidden: call that back first.</source>
        <translation>Er wacht een antwoord dat misschien zegt dat de reactie verborgen is: haal dat eerst terug.</translation>
    </message>
    <message>
        <source>This hint was confirmed already.</source>
        <translation>Deze aanwijzing is al bevestigd.</translation>
    </message>
    <message>
        <source>Somebody else is working on this comment; take it over first.</source>
        <extracomment>How long a claim holds without being renewed, in microseconds.</extracomment>
        <translation>Iemand anders werkt aan deze reactie; neem haar eerst over.</translation>
    </message>
    <message>
        <source>There is no such account to assign the comment to.</source>
        <translation>Er is geen account waaraan je de reactie zo kunt toewijzen.</translation>
    </message>
    <message>
        <source>This account has no role in which one works on comments: assign it to another.</source>
        <translation>Dit account heeft geen rol waarin je aan reacties werkt: wijs de reactie aan een ander toe.</translation>
    </message>
    <message>
        <source>This is a crisis: give the reason why it is none.</source>
        <translation>Dit is een crisis: geef de reden waarom het er geen is.</translation>
    </message>
    <message>
        <source>This may be a report: give the reason why it is none.</source>
        <translation>Dit is misschien een melding: geef de reden waarom het er geen is.</translation>
    </message>
    <message>
        <source>The queue {queue} holds no open work: close or escalate the comment.</source>
        <translation>In de wachtrij {queue} staat geen open werk: sluit of escaleer de reactie.</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>De notitie is leeg.</translation>
    </message>
    <message>
        <source>This comment is open already.</source>
        <translation>Deze reactie is al open.</translation>
    </message>
    <message>
        <source>The attempt was not kept.</source>
        <translation>De poging is niet bewaard.</translation>
    </message>
    <message>
        <source>Choose at least one question.</source>
        <translation>Kies minstens één vraag.</translation>
    </message>
    <message>
        <source>This case is closed: nobody asks any more.</source>
        <translation>Deze zaak is gesloten: niemand vraagt nog iets.</translation>
    </message>
    <message>
        <source>This report was taken back: what a poster answers could go nowhere.</source>
        <translation>Deze melding is ingetrokken: wat een schrijver antwoordt, kan nergens meer heen.</translation>
    </message>
    <message>
        <source>An earlier attempt is still open: say first how it ended.</source>
        <translation>Een eerdere poging is nog open: zeg eerst hoe die afliep.</translation>
    </message>
    <message>
        <source>This poster was asked {most} times; that is enough.</source>
        <translation>Deze schrijver is {most} keer gevraagd; dat is genoeg.</translation>
    </message>
    <message>
        <source>In your role nobody replies in public; let a moderator send the question.</source>
        <translation>In jouw rol antwoordt niemand in het openbaar; laat een moderator de vraag sturen.</translation>
    </message>
    <message>
        <source>There is no open attempt {inquiry}, or it does not end like that.</source>
        <translation>Er is geen open poging {inquiry}, of die eindigt niet zo.</translation>
    </message>
    <message>
        <source>The question is still in the outbox: call it back, or wait until it has left.</source>
        <translation>De vraag wacht nog op verzending: haal haar terug, of wacht tot ze weg is.</translation>
    </message>
    <message>
        <source>Attempt {inquiry} needs no alarm.</source>
        <translation>Voor poging {inquiry} is geen waarschuwing nodig.</translation>
    </message>
    <message>
        <source>This attempt to ask the poster is over; ask anew.</source>
        <translation>Deze poging om de schrijver te vragen is voorbij; vraag opnieuw.</translation>
    </message>
    <message>
        <source>This is recorded late: it cannot have been done after now.</source>
        <translation>Dit leg je achteraf vast: het kan niet na dit moment gedaan zijn.</translation>
    </message>
    <message>
        <source>Say what was passed on, to whom, and under which number.</source>
        <translation>Zeg wat er is doorgegeven, aan wie en onder welk nummer.</translation>
    </message>
    <message>
        <source>The desk learns already.</source>
        <extracomment>The facts: whether the desk learns, up to which entry it has, and the version in force.</extracomment>
        <translation>De desk leert al.</translation>
    </message>
    <message>
        <source>The desk does not learn.</source>
        <translation>De desk leert niet.</translation>
    </message>
    <message>
        <source>The desk does not learn from decisions; a supervisor can let it.</source>
        <translation>De desk leert niet van besluiten; een supervisor kan dat aanzetten.</translation>
    </message>
    <message>
        <source>This decision was learnt from, or another version is in force by now.</source>
        <translation>Van dit besluit is al geleerd, of er geldt intussen een andere versie.</translation>
    </message>
    <message>
        <source>There is no version {version} of the correction.</source>
        <translation>Er is geen versie {version} van de correctie.</translation>
    </message>
    <message>
        <source>Version {version} was learnt for another model, and would not be used.</source>
        <translation>Versie {version} is geleerd voor een ander model en zou niet worden gebruikt.</translation>
    </message>
    <message>
        <source>This version is in force already.</source>
        <translation>Deze versie geldt al.</translation>
    </message>
    <message>
        <source>Somebody has opened or left this already.</source>
        <translation>Iemand heeft dit al geopend of gelaten voor wat het is.</translation>
    </message>
    <message>
        <source>It was said already: same.</source>
        <translation>Dat is al gezegd: dezelfde.</translation>
    </message>
    <message>
        <source>It was said already: another.</source>
        <translation>Dat is al gezegd: een andere.</translation>
    </message>
    <message>
        <source>A case is always the same as itself.</source>
        <translation>Een zaak is altijd dezelfde als zichzelf.</translation>
    </message>
    <message>
        <source>The log has another key already.</source>
        <translation>Het logboek heeft al een andere sleutel.</translation>
    </message>
    <message>
        <source>This account may not act as {role}.</source>
        <translation>Dit account mag niet werken in de rol {role}.</translation>
    </message>
    <message>
        <source>To go on after a fork takes a second person.</source>
        <translation>Verdergaan na een splitsing van het logboek kan alleen met een tweede persoon.</translation>
    </message>
    <message>
        <source>The second person has no role that may approve this.</source>
        <translation>De tweede persoon heeft geen rol die dit mag goedkeuren.</translation>
    </message>
    <message>
        <source>An account needs a login.</source>
        <extracomment>So many letters a login has at most: it stands in columns.</extracomment>
        <translation>Een account heeft een inlognaam nodig.</translation>
    </message>
    <message>
        <source>A login has at most {most} letters and none that cannot be seen.</source>
        <translation>Een inlognaam heeft hooguit {most} tekens, en geen onzichtbare.</translation>
    </message>
    <message>
        <source>In the log {login} is the program itself: choose another login.</source>
        <translation>In het logboek is {login} het programma zelf: kies een andere inlognaam.</translation>
    </message>
    <message>
        <source>The login {login} is taken; logins are never used twice.</source>
        <translation>De inlognaam {login} is bezet; inlognamen worden nooit opnieuw gebruikt.</translation>
    </message>
    <message>
        <source>Give the account at least one role of a person.</source>
        <translation>Geef het account minstens één rol van een persoon.</translation>
    </message>
    <message>
        <source>The comment was reworded since this reply was begun: read it again.</source>
        <translation>De reactie is gewijzigd sinds je aan dit antwoord begon: lees haar opnieuw.</translation>
    </message>
    <message>
        <source>These very words are on their way to this comment already.</source>
        <translation>Precies deze woorden zijn al onderweg naar deze reactie.</translation>
    </message>
    <message>
        <source>{kind} is not a change of visibility.</source>
        <translation>{kind} verandert niets aan de zichtbaarheid.</translation>
    </message>
    <message>
        <source>This comment was deleted on its platform.</source>
        <translation>Deze reactie is op het platform verwijderd.</translation>
    </message>
    <message>
        <source>This comment is visible already.</source>
        <translation>Deze reactie is al zichtbaar.</translation>
    </message>
    <message>
        <source>This comment is hidden already.</source>
        <translation>Deze reactie is al verborgen.</translation>
    </message>
    <message>
        <source>This desk has accounts; an administrator adds further ones.</source>
        <extracomment>As many rows as there are.</extracomment>
        <translation>Deze desk heeft al accounts; een beheerder voegt er meer toe.</translation>
    </message>
    <message>
        <source>The desk keeps an administrator: give somebody else that role first.</source>
        <translation>De desk houdt altijd een beheerder: geef eerst iemand anders die rol.</translation>
    </message>
    <message>
        <source>Only an administrator may set somebody else&apos;s password.</source>
        <translation>Alleen een beheerder mag het wachtwoord van een ander instellen.</translation>
    </message>
    <message>
        <source>Only an administrator may drop somebody else&apos;s codes, or two who can approve.</source>
        <translation>Alleen een beheerder mag de codes van een ander laten vervallen, of twee personen die mogen goedkeuren.</translation>
    </message>
    <message>
        <source>There is no such account.</source>
        <translation>Dat account bestaat niet.</translation>
    </message>
    <message>
        <source>The minutes until the lock must be from {least} to {most}.</source>
        <extracomment>From and to, in minutes, days, percent, questions; 0 days: passwords do not age. Whoever always gives the same answer is right in up to 7 of 12: no pass mark lets that pass.</extracomment>
        <translation>Het aantal minuten tot het slot moet tussen {least} en {most} liggen.</translation>
    </message>
    <message>
        <source>The age of a password in days must be from {least} to {most}.</source>
        <translation>Een wachtwoord mag {least} tot {most} dagen oud worden.</translation>
    </message>
    <message>
        <source>The pass mark in percent must be from {least} to {most}.</source>
        <translation>De norm om te slagen moet tussen {least} en {most} procent liggen.</translation>
    </message>
    <message>
        <source>The number of questions must be from {least} to {most}.</source>
        <translation>Het aantal vragen moet tussen {least} en {most} liggen.</translation>
    </message>
    <message>
        <source>The days a certificate is valid must be from {least} to {most}.</source>
        <translation>Een certificaat moet {least} tot {most} dagen geldig zijn.</translation>
    </message>
    <message>
        <source>This decision was not drawn, or somebody has checked it already.</source>
        <translation>Dit besluit is niet getrokken, of iemand heeft het al gecontroleerd.</translation>
    </message>
    <message>
        <source>This is a decision of your own: a second person must check it.</source>
        <translation>Dit is een besluit van jezelf: een tweede persoon moet het controleren.</translation>
    </message>
    <message>
        <source>Say what the comment is, and why you disagree.</source>
        <translation>Zeg wat de reactie is en waarom je het er niet mee eens bent.</translation>
    </message>
    <message>
        <source>A packet to PV or a complaint to quality is never called back.</source>
        <extracomment>So many entries about a comment are looked through.</extracomment>
        <translation>Een pakket naar PV of een klacht naar kwaliteit wordt nooit teruggehaald.</translation>
    </message>
    <message>
        <source>It is not on its way: there is nothing to call back.</source>
        <translation>Het is niet onderweg: er is niets om terug te halen.</translation>
    </message>
    <message>
        <source>It has left already and cannot be called back.</source>
        <translation>Het is al weg en kan niet worden teruggehaald.</translation>
    </message>
    <message>
        <source>It may have left at an earlier try and cannot be called back.</source>
        <translation>Het kan bij een eerdere poging al vertrokken zijn en kan niet worden teruggehaald.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <extracomment>As many comparisons as there are.</extracomment>
        <translation>De periode eindigt voordat zij begint.</translation>
    </message>
    <message>
        <source>There is no open discrepancy {discrepancy}.</source>
        <translation>Er is geen open verschil {discrepancy}.</translation>
    </message>
    <message>
        <source>Only a later list says that both agree now.</source>
        <translation>Alleen een latere lijst zegt dat beide nu overeenkomen.</translation>
    </message>
    <message>
        <source>Say what was done, with whom, and why that settles it.</source>
        <translation>Zeg wat er is gedaan, met wie, en waarom het daarmee is opgelost.</translation>
    </message>
    <message>
        <source>Case {case} has another number: enter {theirs} first, as PV&apos;s answer, and say that only the number is put right.</source>
        <translation>Zaak {case} heeft een ander nummer: voer eerst {theirs} in als antwoord van PV, en zeg dat alleen het nummer is rechtgezet.</translation>
    </message>
    <message>
        <source>There is no reconciliation {reconciliation}.</source>
        <translation>Er is geen vergelijking {reconciliation}.</translation>
    </message>
    <message>
        <source>This comparison is signed already.</source>
        <translation>Deze vergelijking is al getekend.</translation>
    </message>
    <message>
        <source>PV has signed this comparison already.</source>
        <translation>PV heeft deze vergelijking al getekend.</translation>
    </message>
    <message>
        <source>Say who signed for PV, and attach what they sent.</source>
        <translation>Zeg wie voor PV tekende, en voeg toe wat zij stuurden.</translation>
    </message>
    <message>
        <source>In the role {role} one may not hide.</source>
        <extracomment>What each of them takes more than a reply, which `RetryDelivery` asks for itself.</extracomment>
        <translation>In de rol {role} mag je niet verbergen.</translation>
    </message>
    <message>
        <source>In the role {role} one may not unhide.</source>
        <translation>In de rol {role} mag je niet weer tonen wat verborgen is.</translation>
    </message>
    <message>
        <source>In the role {role} one may not delete.</source>
        <translation>In de rol {role} mag je niet verwijderen.</translation>
    </message>
    <message>
        <source>Only a failed delivery is tried again.</source>
        <translation>Alleen een mislukte verzending wordt opnieuw geprobeerd.</translation>
    </message>
    <message>
        <source>A review asks at least one question about entries that are in the log.</source>
        <extracomment>The most entries of one review: a person must be able to judge each of them.</extracomment>
        <translation>Een controle stelt minstens één vraag over regels die in het logboek staan.</translation>
    </message>
    <message>
        <source>{count} entries are too many for one review: choose a shorter period.</source>
        <translation>{count} regels is te veel voor één controle: kies een kortere periode.</translation>
    </message>
    <message>
        <source>There is no entry {hit} in a review.</source>
        <translation>Er staat geen regel {hit} in een controle.</translation>
    </message>
    <message>
        <source>This is an act of your own: somebody else must review it.</source>
        <extracomment>Why somebody does not judge an entry, or conclude a review.</extracomment>
        <translation>Dit is een handeling van jezelf: iemand anders moet die beoordelen.</translation>
    </message>
    <message>
        <source>Say what is wrong with this entry.</source>
        <translation>Zeg wat er mis is met deze regel.</translation>
    </message>
    <message>
        <source>This entry has been judged so already.</source>
        <translation>Deze regel is al zo beoordeeld.</translation>
    </message>
    <message>
        <source>Words go with a finding, and with taking one back: say then why it is none.</source>
        <translation>Woorden horen bij een bevinding, en bij het terugnemen ervan: zeg dan waarom het er geen is.</translation>
    </message>
    <message>
        <source>What somebody else said of this entry stays: say what you find in the conclusion.</source>
        <translation>Wat een ander van deze regel heeft gezegd, blijft staan: zeg in de conclusie wat jij vindt.</translation>
    </message>
    <message>
        <source>An entry of this review has not been judged yet.</source>
        <translation>Een regel van deze controle is nog niet beoordeeld.</translation>
    </message>
    <message>
        <source>Say what the review concludes.</source>
        <translation>Zeg wat de controle concludeert.</translation>
    </message>
    <message>
        <source>There are findings: the review cannot conclude that all is in order.</source>
        <translation>Er zijn bevindingen: de controle kan niet concluderen dat alles in orde is.</translation>
    </message>
    <message>
        <source>This review looks at acts of your own: somebody else concludes it.</source>
        <translation>Deze controle gaat over handelingen van jezelf: iemand anders sluit haar af.</translation>
    </message>
    <message>
        <source>There is no review {review}.</source>
        <translation>Er is geen controle {review}.</translation>
    </message>
    <message>
        <source>This review is concluded and signed: it does not change any more.</source>
        <translation>Deze controle is afgesloten en ondertekend: er verandert niets meer aan.</translation>
    </message>
    <message>
        <source>One signs for oneself alone, in one&apos;s own session.</source>
        <extracomment>Further from the clock of the desk than this no signature is taken (microseconds).</extracomment>
        <translation>Je tekent alleen voor jezelf, in je eigen sessie.</translation>
    </message>
    <message>
        <source>The printed name is not that of this account; sign again.</source>
        <translation>De gedrukte naam is niet die van dit account; teken opnieuw.</translation>
    </message>
    <message>
        <source>The signature is not of this moment; sign again.</source>
        <translation>De handtekening is niet van dit moment; teken opnieuw.</translation>
    </message>
    <message>
        <source>This is not the key with which the account signs now; sign again.</source>
        <translation>Dit is niet de sleutel waarmee het account nu tekent; teken opnieuw.</translation>
    </message>
    <message>
        <source>The signature is wrong: it was not made by its owner over this record.</source>
        <translation>De handtekening klopt niet: ze is niet door de eigenaar onder dit stuk gezet.</translation>
    </message>
    <message>
        <source>The first signature of a session takes login and password; give your login too.</source>
        <translation>De eerste handtekening van een sessie vraagt inlognaam en wachtwoord; geef ook je inlognaam.</translation>
    </message>
    <message>
        <source>Sign it yourself, in this session, before it is concluded.</source>
        <translation>Teken het zelf, in deze sessie, voordat het wordt afgesloten.</translation>
    </message>
    <message>
        <source>What was signed is not what stands here now: read it again and sign again.</source>
        <translation>Wat is getekend, is niet wat hier nu staat: lees het opnieuw en teken opnieuw.</translation>
    </message>
    <message>
        <source>In the role {role} one may not record the step {step}: it is for {fit}.</source>
        <translation>In de rol {role} mag je de stap {step} niet vastleggen: die is voor {fit}.</translation>
    </message>
    <message>
        <source>The step {step} is done already.</source>
        <translation>De stap {step} is al gedaan.</translation>
    </message>
    <message>
        <source>This comment is known as a report already.</source>
        <extracomment>The fact that says whether the comments were held against the protocol in force. What was found does not change whether anybody looked, or whether PV still has to answer.</extracomment>
        <translation>Deze reactie is al bekend als melding.</translation>
    </message>
    <message>
        <source>This is not the result of a test.</source>
        <translation>Dit is geen uitslag van een toets.</translation>
    </message>
    <message>
        <source>Nobody vouches for himself; take the test, or ask another supervisor.</source>
        <translation>Niemand staat in voor zichzelf; maak de toets, of vraag een andere supervisor.</translation>
    </message>
    <message>
        <source>A certificate ends in the future, within three years.</source>
        <translation>Een certificaat eindigt in de toekomst, binnen drie jaar.</translation>
    </message>
    <message>
        <source>You have no certificate yet</source>
        <translation>Je hebt nog geen certificaat</translation>
    </message>
    <message>
        <source>Your certificate expired on {day}</source>
        <translation>Je certificaat is verlopen op {day}</translation>
    </message>
    <message>
        <source>{why}: take the test before you reply or close (“Training test” in the menu, or `webcare-desk people training take`), or let a supervisor vouch for {course}. Escalating needs none.</source>
        <translation>{why}: maak de toets voordat je antwoordt of sluit (“Trainingstoets” in het menu, of `webcare-desk people training take`), of laat een supervisor instaan voor {course}. Voor escaleren is er geen nodig.</translation>
    </message>
    <message>
        <source>The code is wrong; it changes every 30 seconds.</source>
        <translation>De code klopt niet; ze verandert elke 30 seconden.</translation>
    </message>
    <message>
        <source>The key of this account&apos;s codes is not in this keyring; an administrator drops the codes, and you enrol again. Where the whole keyring was lost, two persons go on without their codes: `webcare-desk audit continue`.</source>
        <translation>De sleutel van de codes van dit account staat niet in deze sleutelbos; een beheerder laat de codes vervallen, en jij stelt ze opnieuw in. Is de hele sleutelbos weg, dan gaan twee personen verder zonder hun codes: `webcare-desk audit continue`.</translation>
    </message>
    <message>
        <source>In the role {role} one may not do this: {action}.</source>
        <translation>In de rol {role} mag je dit niet doen: {action}.</translation>
    </message>
    <message>
        <source>The disk is nearly full ({free} MB are free): until there is room one may not do this: {action}. Escalating to PV still works.</source>
        <translation>De schijf is bijna vol ({free} MB vrij): tot er ruimte is, kan dit niet: {action}. Escaleren naar PV werkt nog wel.</translation>
    </message>
    <message>
        <source>One may not do this without a reason ({action}): give one of {fit}.</source>
        <translation>Dit kan niet zonder reden ({action}): geef een van {fit}.</translation>
    </message>
    <message>
        <source>Say in words, at most {most} characters, what the other reason is.</source>
        <translation>Zeg in woorden, hooguit {most} tekens, wat de andere reden is.</translation>
    </message>
    <message>
        <source>This account may not act as {role} any more.</source>
        <translation>Dit account mag niet meer werken in de rol {role}.</translation>
    </message>
    <message>
        <source>This session has ended; log in again.</source>
        <translation>Deze sessie is beëindigd; log opnieuw in.</translation>
    </message>
    <message>
        <source>This session is locked; unlock it first.</source>
        <translation>Deze sessie staat op slot; haal haar eerst van slot.</translation>
    </message>
    <message>
        <source>{count} entries are more than a PDF takes ({most}): choose a shorter period, or CSV, JSON Lines or a page.</source>
        <extracomment>A PDF is set as a whole, in memory: far more entries take minutes and gigabytes.</extracomment>
        <translation>{count} regels is meer dan er in een PDF gaat ({most}): kies een kortere periode, of CSV, JSON Lines of een pagina.</translation>
    </message>
    <message>
        <source>{target} exists already; an export is never written over another file.</source>
        <translation>{target} bestaat al; een export overschrijft nooit een ander bestand.</translation>
    </message>
    <message>
        <source>{target} cannot be written: {strerror}.</source>
        <translation>{target} kan niet worden geschreven: {strerror}.</translation>
    </message>
    <message>
        <source>A package holds what patients wrote, which the role {role} does not read.</source>
        <extracomment>Anchors beyond this number are left out, the oldest first.</extracomment>
        <translation>Een inspectiepakket bevat wat patiënten schreven, en dat leest de rol {role} niet.</translation>
    </message>
    <message>
        <source>This comment was deleted on its platform; it cannot be answered there.</source>
        <translation>Deze reactie is op het platform verwijderd; je kunt haar daar niet beantwoorden.</translation>
    </message>
    <message>
        <source>Nothing can be sent there: this comment came in from a file, or its source is not set up.</source>
        <translation>Daarheen kan niets worden verstuurd: deze reactie kwam uit een bestand, of de bron is niet ingesteld.</translation>
    </message>
    <message>
        <source>The reply is empty.</source>
        <translation>Het antwoord is leeg.</translation>
    </message>
    <message>
        <source>Fill the blank &apos;{what}&apos; first: a reply with an open blank cannot be sent.</source>
        <translation>Vul eerst ‘{what}’ in: een antwoord met een open plek kan niet worden verstuurd.</translation>
    </message>
    <message>
        <source>Fill in “{what}” first: a reply with a gap cannot be sent.</source>
        <translation>Vul eerst “{what}” in: een antwoord met een gat kan niet worden verstuurd.</translation>
    </message>
    <message>
        <source>The reply has {what} characters, which is more than its platform takes.</source>
        <translation>Het antwoord heeft {what} tekens; dat is meer dan het platform aanneemt.</translation>
    </message>
    <message>
        <source>The reply names “{what}”, a prescription-only product: that may not be said in public.</source>
        <translation>Het antwoord noemt “{what}”, een receptgeneesmiddel: dat mag niet in het openbaar.</translation>
    </message>
    <message>
        <source>Do first what the reply says was done: “{what}”</source>
        <translation>Doe eerst wat volgens het antwoord al is gedaan: “{what}”</translation>
    </message>
    <message>
        <source>Keep this phrase of the template as it was approved: “{what}”</source>
        <translation>Laat deze zin van het sjabloon staan zoals hij is goedgekeurd: “{what}”</translation>
    </message>
    <message>
        <source>Nothing is wrong with the log of this desk: there is nothing to go on after.</source>
        <translation>Er is niets mis met het logboek van deze desk: verdergaan na een splitsing is niet nodig.</translation>
    </message>
    <message>
        <source>Somebody else gave “{login}” this password, so it stands for nobody here.</source>
        <translation>Iemand anders gaf “{login}” dit wachtwoord, dus het bewijst hier niets.</translation>
    </message>
    <message>
        <source>Only a supervisor or an administrator asks to go on after a fork.</source>
        <translation>Alleen een supervisor of een beheerder vraagt om verder te gaan na een splitsing van het logboek.</translation>
    </message>
    <message>
        <source>A version with problems does not come into force; it has {count}. The first: {first}.</source>
        <extracomment>So few comments need no process of their own. So many days ahead a version may be asked for: its approval must still stand then.</extracomment>
        <translation>Een versie met problemen wordt niet van kracht; het zijn er {count}. Het eerste: {first}.</translation>
    </message>
    <message>
        <source>A version with problems does not come into force; it has {count}.</source>
        <translation>Een versie met problemen wordt niet van kracht; het zijn er {count}.</translation>
    </message>
    <message>
        <source>This version is in force already: nothing in it means anything else.</source>
        <translation>Deze versie geldt al: niets erin betekent iets anders.</translation>
    </message>
    <message>
        <source>A version is asked for at most {most} days ahead: an approval stands for 30.</source>
        <translation>Een versie vraag je hooguit {most} dagen vooruit aan: een goedkeuring geldt 30 dagen.</translation>
    </message>
    <message>
        <source>The kept packs of this version are gone or were changed: ask for it again.</source>
        <translation>De bewaarde packs van deze versie zijn weg of gewijzigd: vraag de versie opnieuw aan.</translation>
    </message>
    <message>
        <source>This version waits for a second person.</source>
        <translation>Deze versie wacht op een tweede persoon.</translation>
    </message>
    <message>
        <source>Nothing was decided about reports in this period.</source>
        <translation>In deze periode is niets over meldingen besloten.</translation>
    </message>
    <message>
        <source>There is no entry in this period.</source>
        <extracomment>How many entries a sample draws when nobody says otherwise. So many times at most is a comment called another thing.</extracomment>
        <translation>In deze periode staat geen regel.</translation>
    </message>
    <message>
        <source>This is the present password; choose another one.</source>
        <translation>Dit is het huidige wachtwoord; kies een ander.</translation>
    </message>
    <message>
        <source>Only a supervisor or an administrator ends somebody else&apos;s session.</source>
        <translation>Alleen een supervisor of een beheerder beëindigt de sessie van een ander.</translation>
    </message>
    <message>
        <source>The code is wrong: look whether both clocks are right, and give the newest one.</source>
        <translation>De code klopt niet: kijk of beide klokken goed lopen, en geef de nieuwste code.</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>After every next try that is planned, in UTC microseconds.</extracomment>
        <translation>geen</translation>
    </message>
    <message>
        <source>There is no source “{name}” in the settings (there is: {known}).</source>
        <translation>Er is geen bron “{name}” in de instellingen (er is: {known}).</translation>
    </message>
    <message>
        <source>Only {free} MB are free: until there is room, nothing but escalating works.</source>
        <translation>Er is nog maar {free} MB vrij: tot er ruimte is, werkt alleen escaleren.</translation>
    </message>
    <message>
        <source>Only {free} MB are free on the disk of this desk; make room.</source>
        <translation>Op de schijf van deze desk is nog maar {free} MB vrij; maak ruimte.</translation>
    </message>
    <message>
        <source>The login or the password is wrong; nothing was signed.</source>
        <extracomment>As many requests as there are.</extracomment>
        <translation>De inlognaam of het wachtwoord is fout; er is niets getekend.</translation>
    </message>
    <message>
        <source>This account has no signing key: set a password of your own first. With a password that an administrator gave nobody can sign.</source>
        <translation>Dit account heeft geen ondertekensleutel: stel eerst een eigen wachtwoord in. Met een wachtwoord dat een beheerder gaf, kan niemand tekenen.</translation>
    </message>
    <message>
        <source>{folder}: two questions have the same id</source>
        <translation>{folder}: twee vragen hebben hetzelfde id</translation>
    </message>
    <message>
        <source>{file}: the list `questions` is missing</source>
        <translation>{file}: de lijst `questions` ontbreekt</translation>
    </message>
    <message>
        <source>{file}:{line}: this is no question of the test ({error})</source>
        <translation>{file}:{line}: dit is geen vraag van de toets ({error})</translation>
    </message>
    <message>
        <source>Escalation {number} is not on this desk.</source>
        <translation>Escalatie {number} staat niet op deze desk.</translation>
    </message>
    <message>
        <source>The text is too long for a QR code.</source>
        <extracomment>Bytes that still make a picture of the size of a dialog; a link to a key has about 110.</extracomment>
        <translation>De tekst is te lang voor een QR-code.</translation>
    </message>
    <message>
        <source>This version has problems: mend them before it is compared.</source>
        <translation>Deze versie heeft problemen: los die op voordat je vergelijkt.</translation>
    </message>
    <message>
        <source>This version has problems: mend them before a backtest.</source>
        <translation>Deze versie heeft problemen: los die op voor een terugtest.</translation>
    </message>
    <message>
        <source>This version has problems, so that it cannot be shown as a page; see Edit.</source>
        <translation>Deze versie heeft problemen en kan daarom niet als pagina worden getoond; zie Bewerken.</translation>
    </message>
    <message>
        <source>The picture cannot be written to {screenshot}.</source>
        <translation>De afbeelding kan niet worden geschreven naar {screenshot}.</translation>
    </message>
    <message>
        <source>There is no display: use --screenshot FILE for a picture of the window; the other commands work in the terminal.</source>
        <translation>Er is geen scherm: gebruik --screenshot FILE voor een afbeelding van het venster; de andere opdrachten werken in de terminal.</translation>
    </message>
    <message>
        <source>This desk has no secret “{name}”: set it with `webcare-desk secret set`.</source>
        <translation>Deze desk heeft geen geheim “{name}”: zet het met `webcare-desk secret set`.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used for a desk: {reason}.</source>
        <translation>De map {folder} kan niet dienen voor een desk: {reason}.</translation>
    </message>
    <message>
        <source>There is a desk in {folder} already; it was left as it is.</source>
        <translation>In {folder} staat al een desk; die is gelaten zoals hij is.</translation>
    </message>
    <message>
        <source>Another program has the desk in {folder} open: end it, and try again.</source>
        <translation>Een ander programma heeft de desk in {folder} open: sluit dat en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The backup was put back, but the keyring is not as it should be: {reason}</source>
        <translation>De reservekopie is teruggezet, maar de sleutelbos is niet zoals het hoort: {reason}</translation>
    </message>
    <message>
        <source>it still has “{name}”.</source>
        <translation>“{name}” staat er nog in.</translation>
    </message>
    <message>
        <source>The backup was not kept: it is not what its log says ({flaw}).</source>
        <translation>De reservekopie is niet bewaard: ze is niet wat haar logboek zegt ({flaw}).</translation>
    </message>
    <message>
        <source>The backup was not kept: its log does not hold ({flaw}).</source>
        <translation>De reservekopie is niet bewaard: haar logboek klopt niet ({flaw}).</translation>
    </message>
    <message>
        <source>The disk has no room for a backup: it takes {size:.1f} MB, and {low:.1f} MB are to stay free of {free:.1f} MB.</source>
        <translation>De schijf heeft geen plaats voor een reservekopie: die kost {size:.1f} MB, en van de {free:.1f} MB moet {low:.1f} MB vrij blijven.</translation>
    </message>
    <message>
        <source>The backup {name} is not put back: {flaw}</source>
        <extracomment>What belongs to the database and moves with it.</extracomment>
        <translation>De reservekopie {name} wordt niet teruggezet: {flaw}</translation>
    </message>
    <message>
        <source>The log of this backup goes on under a new name: a second person must stand for it.</source>
        <translation>Het logboek van deze reservekopie gaat verder onder een nieuwe naam: een tweede persoon moet ervoor instaan.</translation>
    </message>
    <message>
        <source>This copy of the desk is only for reading.</source>
        <translation>Deze kopie van de desk is alleen om te lezen.</translation>
    </message>
    <message>
        <source>The database of the desk in {folder} is missing.</source>
        <translation>De database van de desk in {folder} ontbreekt.</translation>
    </message>
    <message>
        <source>The folder of backups is not there: {shelf} leads to {target}.</source>
        <extracomment>A draft that is this old was left by a program that was cut off, in microseconds.</extracomment>
        <translation>De map met reservekopieën is er niet: {shelf} leidt naar {target}.</translation>
    </message>
    <message>
        <source>There is no backup {name} in {shelf}; `backup list` shows them.</source>
        <translation>Er is geen reservekopie {name} in {shelf}; `backup list` toont ze.</translation>
    </message>
    <message>
        <source>{place} does not name the key of its log.</source>
        <translation>{place} noemt de sleutel van zijn logboek niet.</translation>
    </message>
    <message>
        <source>{host} asks to wait for {wait:.0f} seconds.</source>
        <extracomment>How deep lists and objects may stand in each other in an answer. Seconds to wait where a platform does not say how long, and at most.</extracomment>
        <translation>{host} vraagt om {wait:.0f} seconden te wachten.</translation>
    </message>
    <message>
        <source>{host} refused the request ({answer}).</source>
        <translation>{host} weigerde het verzoek ({answer}).</translation>
    </message>
    <message>
        <source>has trouble of its own (HTTP {status})</source>
        <translation>heeft zelf een storing (HTTP {status})</translation>
    </message>
    <message>
        <source>sent more than 5 MB for one page</source>
        <translation>stuurde meer dan 5 MB voor één pagina</translation>
    </message>
    <message>
        <source>sent a web page instead of JSON</source>
        <translation>stuurde een webpagina in plaats van JSON</translation>
    </message>
    <message>
        <source>sent something else instead of JSON</source>
        <translation>stuurde iets anders dan JSON</translation>
    </message>
    <message>
        <source>sent broken JSON</source>
        <translation>stuurde kapotte JSON</translation>
    </message>
    <message>
        <source>sent JSON that is nested too deeply</source>
        <translation>stuurde JSON die te diep genest is</translation>
    </message>
    <message>
        <source>points to another address, which is not followed: check the address of the site</source>
        <translation>verwijst naar een ander adres, dat niet wordt gevolgd: controleer het adres van de site</translation>
    </message>
    <message>
        <source>points to another address ({address}), which is not followed: check the address of the site</source>
        <translation>verwijst naar een ander adres ({address}), dat niet wordt gevolgd: controleer het adres van de site</translation>
    </message>
    <message>
        <source>{host} {doubt}.</source>
        <extracomment>So many characters of an address are told.</extracomment>
        <translation>{host} {doubt}.</translation>
    </message>
    <message>
        <source>{host} {doubt}; it may have done what was asked.</source>
        <translation>{host} {doubt}; misschien is gedaan wat gevraagd werd.</translation>
    </message>
    <message>
        <source>What was asked for is not there any more at {host}.</source>
        <translation>Wat gevraagd werd, is er niet meer bij {host}.</translation>
    </message>
    <message>
        <source>{host} refused the login; renew the password in the settings.</source>
        <translation>{host} weigerde de inlognaam; vernieuw het wachtwoord in de instellingen.</translation>
    </message>
    <message>
        <source>The desk&apos;s account may not do this at {host}.</source>
        <translation>Het account van de desk mag dit niet bij {host}.</translation>
    </message>
    <message>
        <source>{host} already holds this very reply.</source>
        <translation>{host} heeft precies dit antwoord al.</translation>
    </message>
    <message>
        <source>The folder for PV&apos;s answers cannot be read: {folder}.</source>
        <extracomment>So many files at one time. What programs call a file that they have not written to its end. Before the mark of a file that ended in the middle when it was found. A link is not followed out of the folder; Windows has no such flag.</extracomment>
        <translation>De map voor de antwoorden van PV kan niet worden gelezen: {folder}.</translation>
    </message>
    <message>
        <source>The folder for PV&apos;s answers cannot be used: {folder} ({reason}).</source>
        <translation>De map voor de antwoorden van PV is niet te gebruiken: {folder} ({reason}).</translation>
    </message>
    <message>
        <source>“{text}” is not a mail address.</source>
        <extracomment>A mail that was frozen by an older desk may have its Message-ID on the next line. No header is folded: a Message-ID may not be divided, and Python puts a long one on a line of its own. What an encrypted mail has besides: its one part is the whole.</extracomment>
        <translation>“{text}” is geen mailadres.</translation>
    </message>
    <message>
        <source>The mail to PV has a header that is not ours; it is not sent.</source>
        <translation>De mail aan PV heeft een kopregel die niet van ons is; hij wordt niet verstuurd.</translation>
    </message>
    <message>
        <source>The folder for PV already holds another mail called {file}.</source>
        <translation>In de map voor PV staat al een andere mail met de naam {file}.</translation>
    </message>
    <message>
        <source>The folder {folder} for mails cannot be made: {reason}.</source>
        <translation>De map {folder} voor mails kan niet worden gemaakt: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} for mails is not there: make it, or mount its disk.</source>
        <translation>De map {folder} voor mails is er niet: maak hem, of koppel zijn schijf.</translation>
    </message>
    <message>
        <source>The folder for PV cannot be written: {folder}.</source>
        <translation>In de map voor PV kan niet worden geschreven: {folder}.</translation>
    </message>
    <message>
        <source>The folder for PV cannot be used: {folder} ({reason}).</source>
        <translation>De map voor PV is niet te gebruiken: {folder} ({reason}).</translation>
    </message>
    <message>
        <source>{host} is busy with this very packet; it may have arrived.</source>
        <extracomment>Bytes of an answer that are read; nothing in it is used.</extracomment>
        <translation>{host} is met precies dit pakket bezig; misschien is het aangekomen.</translation>
    </message>
    <message>
        <source>{why} Nothing was sent.</source>
        <translation>{why} Er is niets verstuurd.</translation>
    </message>
    <message>
        <source>{host} broke off, or did not answer in time.</source>
        <translation>{host} brak af, of antwoordde niet op tijd.</translation>
    </message>
    <message>
        <source>{host} broke off; the packet may have arrived.</source>
        <translation>{host} brak af; misschien is het pakket aangekomen.</translation>
    </message>
    <message>
        <source>The secret for {host} holds a character that cannot be sent.</source>
        <translation>Het geheim voor {host} bevat een teken dat niet te versturen is.</translation>
    </message>
    <message>
        <source>The mail server {host} offers no login; nothing was sent.</source>
        <extracomment>Of a mail that is too large; with this word before it a full mailbox says so.</extracomment>
        <translation>Bij de mailserver {host} kun je niet inloggen; er is niets verstuurd.</translation>
    </message>
    <message>
        <source>The login or password for the mail server has letters that SMTP cannot carry.</source>
        <translation>De inlognaam of het wachtwoord voor de mailserver heeft letters die SMTP niet kan overbrengen.</translation>
    </message>
    <message>
        <source>The certificate file {file} cannot be read.</source>
        <translation>Het certificaatbestand {file} kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The mail server {host} offers no encryption; nothing was sent.</source>
        <translation>De mailserver {host} biedt geen versleuteling; er is niets verstuurd.</translation>
    </message>
    <message>
        <source>{host} does not begin with TLS on port {port}: its security may be “starttls”.</source>
        <translation>{host} begint op poort {port} niet met TLS: misschien is de beveiliging “starttls”.</translation>
    </message>
    <message>
        <source>{host} sends no greeting on port {port}: it is away, or its security is “tls”.</source>
        <translation>{host} groet niet op poort {port}: hij is weg, of de beveiliging is “tls”.</translation>
    </message>
    <message>
        <source>“{host}” is not the name of a server: look at its host in the settings.</source>
        <translation>“{host}” is niet de naam van een server: kijk naar host in de instellingen.</translation>
    </message>
    <message>
        <source>The certificate of the mail server {host} is not trusted; nothing was sent ({reason}).</source>
        <translation>Het certificaat van de mailserver {host} wordt niet vertrouwd; er is niets verstuurd ({reason}).</translation>
    </message>
    <message>
        <source>The mail server {host} cannot be reached ({reason}).</source>
        <translation>De mailserver {host} is niet bereikbaar ({reason}).</translation>
    </message>
    <message>
        <source>The connection broke while the mail was handed over: it may have arrived.</source>
        <translation>De verbinding brak terwijl de mail werd overgedragen: misschien is hij aangekomen.</translation>
    </message>
    <message>
        <source>The mail server&apos;s answer to the mail is not SMTP: it may have arrived.</source>
        <translation>Wat de mailserver op de mail antwoordde, is geen SMTP: misschien is hij aangekomen.</translation>
    </message>
    <message>
        <source>The mail server refused the login ({shown}).</source>
        <translation>De mailserver weigerde de inlognaam ({shown}).</translation>
    </message>
    <message>
        <source>The mail server finds the mail too large ({shown}).</source>
        <translation>De mailserver vindt de mail te groot ({shown}).</translation>
    </message>
    <message>
        <source>The mail server cannot take the mail now ({shown}).</source>
        <translation>De mailserver kan de mail nu niet aannemen ({shown}).</translation>
    </message>
    <message>
        <source>The mail server refused the mail ({shown}).</source>
        <translation>De mailserver weigerde de mail ({shown}).</translation>
    </message>
    <message>
        <source>The original cannot be drawn here ({reason}).</source>
        <extracomment>Seconds that a batch may take; a sheet takes some milliseconds, starting Qt about half a second.</extracomment>
        <translation>Het origineel kan hier niet worden getekend ({reason}).</translation>
    </message>
    <message>
        <source>The original cannot be drawn here: Qt is missing or does not start.</source>
        <translation>Het origineel kan hier niet worden getekend: Qt ontbreekt of start niet.</translation>
    </message>
    <message>
        <source>The platform&apos;s answer is not the object that it documents.</source>
        <extracomment>More than any id or time in microseconds; JSON numbers are exact below it.</extracomment>
        <translation>Het antwoord van het platform is niet het object dat in zijn documentatie staat.</translation>
    </message>
    <message>
        <source>The platform&apos;s answer is not the list that it documents.</source>
        <translation>Het antwoord van het platform is niet de lijst die in zijn documentatie staat.</translation>
    </message>
    <message>
        <source>The source of this name was of another kind: give this one another name.</source>
        <translation>De bron met deze naam was van een andere soort: geef deze een andere naam.</translation>
    </message>
    <message>
        <source>{host} gave an unreadable answer; it may have done what was asked.</source>
        <translation>{host} gaf een onleesbaar antwoord; misschien is gedaan wat gevraagd werd.</translation>
    </message>
    <message>
        <source>A deletion needs a person&apos;s confirmation.</source>
        <translation>Verwijderen moet iemand bevestigen.</translation>
    </message>
    <message>
        <source>{host} has the reply and does not show it to the public.</source>
        <translation>{host} heeft het antwoord en toont het niet aan het publiek.</translation>
    </message>
    <message>
        <source>Comments that cannot be read: {count} ({named}). Look at them on the site. {why}</source>
        <translation>Reacties die niet te lezen zijn: {count} ({named}). Bekijk ze op de site. {why}</translation>
    </message>
    <message>
        <source>The platform&apos;s answer has no usable field {name!r}.</source>
        <translation>Het antwoord van het platform heeft geen bruikbaar veld {name!r}.</translation>
    </message>
    <message>
        <source>Rejected rows of the file: {refused} of {rows} ({lines}).</source>
        <extracomment>Comments on a page of a `FileSource`. Lines that a sentence names before it counts the others.</extracomment>
        <translation>Afgewezen rijen van het bestand: {refused} van {rows} ({lines}).</translation>
    </message>
    <message>
        <source>line {lines}</source>
        <translation>regel {lines}</translation>
    </message>
    <message>
        <source>lines {lines}</source>
        <translation>regels {lines}</translation>
    </message>
    <message>
        <source>{lines} and {others} more</source>
        <translation>{lines} en nog {others}</translation>
    </message>
    <message>
        <source>Comment {comment} came from the file {file} and cannot be answered there.</source>
        <extracomment>Gives the comment that the desk has by an id of the file, or None.</extracomment>
        <translation>Reactie {comment} kwam uit het bestand {file} en kan daar niet worden beantwoord.</translation>
    </message>
    <message>
        <source>Comment {comment} came from the file {file} and cannot be searched for a reply there.</source>
        <translation>Reactie {comment} kwam uit het bestand {file}; naar een antwoord is daar niet te zoeken.</translation>
    </message>
    <message>
        <source>Comment {comment} came from the file {file} and cannot be made hidden there.</source>
        <translation>Reactie {comment} kwam uit het bestand {file} en kan daar niet worden verborgen.</translation>
    </message>
    <message>
        <source>Comment {comment} came from the file {file} and cannot be made visible there.</source>
        <translation>Reactie {comment} kwam uit het bestand {file} en kan daar niet zichtbaar worden gemaakt.</translation>
    </message>
    <message>
        <source>Comment {comment} came from the file {file} and cannot be deleted there.</source>
        <translation>Reactie {comment} kwam uit het bestand {file} en kan daar niet worden verwijderd.</translation>
    </message>
    <message>
        <source>Comment {comment} came from the file {file} and cannot be deleted unasked there.</source>
        <translation>Reactie {comment} kwam uit het bestand {file} en kan daar niet ongevraagd worden verwijderd.</translation>
    </message>
    <message>
        <source>Comment {comment} came from the file {file} and cannot be looked up there.</source>
        <translation>Reactie {comment} kwam uit het bestand {file} en kan daar niet worden opgezocht.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <extracomment>Bytes of a file, and characters of one field or one line of JSON. Characters of the header in which a delimiter is looked for; csv itself gives up at 131,072. How one list of JSON objects begins, on one line or with a line to each part. How a workbook of today (.xlsx, .ods) and an old one (.xls) begin; neither is text. A letter outside ASCII in UTF-8: seldom found in a text of cp1252.</extracomment>
        <translation>{file} kan niet worden gelezen: {reason}.</translation>
    </message>
    <message>
        <source>{file} is not written in this encoding.</source>
        <translation>{file} is niet in deze codering geschreven.</translation>
    </message>
    <message>
        <source>{file} has {size} MB; split it into files of at most 200 MB.</source>
        <translation>{file} is {size} MB groot; splits het in bestanden van hoogstens 200 MB.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} is leeg.</translation>
    </message>
    <message>
        <source>{file} is a workbook: save its sheet as CSV, and take that.</source>
        <translation>{file} is een werkmap: sla het blad op als CSV en neem dat.</translation>
    </message>
    <message>
        <source>{file} is one JSON list: save it as JSON Lines, an object to a line.</source>
        <translation>{file} is één JSON-lijst: sla het op als JSON Lines, één object per regel.</translation>
    </message>
    <message>
        <source>There is no encoding {encoding!r}; examples are utf-8, cp1252 and utf-16.</source>
        <translation>Er is geen codering {encoding!r}; voorbeelden zijn utf-8, cp1252 en utf-16.</translation>
    </message>
    <message>
        <source>No column looks like the {meaning}; name it yourself. The first line of a table names its columns, here: {columns}.</source>
        <extracomment>Two ways of writing a moment; any other `date_format` is one of strptime. What is tried first stands first; the desk is a Dutch one, and AM and PM are American. A time of day in a date; a column of times beside such dates is another one&apos;s. A format that fits none of so many dates is not looked at in the others. Columns that a sentence names before it says that there are more.</extracomment>
        <translation>Geen kolom lijkt op: {meaning}; wijs er zelf een aan. De eerste regel van een tabel noemt haar kolommen, hier: {columns}.</translation>
    </message>
    <message>
        <source>The column {column!r} cannot be the {meaning}: {said}.</source>
        <translation>De kolom {column!r} kan niet dienen als {meaning}: {said}.</translation>
    </message>
    <message>
        <source>Name the columns that hold the text and the date.</source>
        <translation>Wijs de kolommen met de tekst en de datum aan.</translation>
    </message>
    <message>
        <source>There is no time zone {zone!r}; an example is Europe/Amsterdam.</source>
        <translation>Er is geen tijdzone {zone!r}; een voorbeeld is Europe/Amsterdam.</translation>
    </message>
    <message>
        <source>a part of the date</source>
        <translation>een deel van de datum</translation>
    </message>
    <message>
        <source>The date format {format!r} cannot be: {part} stands twice in it. The month is %m, the minute %M.</source>
        <translation>De datumnotatie {format!r} kan niet: {part} staat er twee keer in. De maand is %m, de minuut %M.</translation>
    </message>
    <message>
        <source>text</source>
        <extracomment>Names that listening tools give to their columns, best first, letters only.</extracomment>
        <translation>tekst</translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>tijd</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>gesprek</translation>
    </message>
    <message>
        <source>comment that is answered</source>
        <translation>beantwoorde reactie</translation>
    </message>
    <message>
        <source>link</source>
        <translation>link</translation>
    </message>
    <message>
        <source>two columns have this name</source>
        <translation>twee kolommen hebben deze naam</translation>
    </message>
    <message>
        <source>there is no such column. The first line of a table names its columns, here: {columns}</source>
        <translation>die kolom is er niet. De eerste regel van een tabel noemt haar kolommen, hier: {columns}</translation>
    </message>
    <message>
        <source>{file} has more than {most:,} columns: it is no export of comments.</source>
        <extracomment>How many characters may be read again behind broken rows, so that a file full of lone quotation marks cannot keep the desk busy for hours. How bytes that the encoding does not know arrive. Columns of a file, and characters of a field&apos;s name in JSON with those of what it is in. Characters by which a bad row is known.</extracomment>
        <translation>{file} heeft meer dan {most:,} kolommen: het is geen export van reacties.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: its certificate is not trusted. If the company&apos;s proxy opens what is encrypted, name the company&apos;s authority in desk.toml: ca_file in [network].</source>
        <extracomment>How http.client says that a proxy did not let something through.</extracomment>
        <translation>{host} is niet bereikbaar: het certificaat wordt niet vertrouwd. Opent de proxy van het bedrijf wat versleuteld is, noem dan de autoriteit van het bedrijf in desk.toml: ca_file in [network].</translation>
    </message>
    <message>
        <source>{host} cannot be reached: its certificate is not trusted, even with ca_file in [network] of desk.toml.</source>
        <translation>{host} is niet bereikbaar: het certificaat wordt niet vertrouwd, ook niet met ca_file in [network] van desk.toml.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: its certificate has expired, or is not valid yet. Whoever runs the server must renew it, unless the clock of this computer is wrong.</source>
        <translation>{host} is niet bereikbaar: het certificaat is verlopen, of nog niet geldig. Wie de server beheert moet het vernieuwen, tenzij de klok van deze computer verkeerd staat.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: its certificate is for another name. Check the address; whoever runs the server must have one for this name.</source>
        <translation>{host} is niet bereikbaar: het certificaat is voor een andere naam. Controleer het adres; wie de server beheert moet een certificaat voor deze naam hebben.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: no answer.</source>
        <extracomment>What OpenSSL finds wrong that no authority mends: X509_V_ERR_* of x509_vfy.h.</extracomment>
        <translation>{host} is niet bereikbaar: geen antwoord.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: no answer. This computer has a proxy, which the desk uses only where desk.toml names it: proxy in [network].</source>
        <translation>{host} is niet bereikbaar: geen antwoord. Deze computer heeft een proxy, die de desk alleen gebruikt als desk.toml hem noemt: proxy in [network].</translation>
    </message>
    <message>
        <source>{host} cannot be reached: the proxy {proxy} does not answer.</source>
        <translation>{host} is niet bereikbaar: de proxy {proxy} antwoordt niet.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: the proxy {proxy} asks for a login, which the desk does not give.</source>
        <translation>{host} is niet bereikbaar: de proxy {proxy} vraagt om een inlognaam, die de desk niet geeft.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: the proxy {proxy} answers HTTP {status}.</source>
        <translation>{host} is niet bereikbaar: de proxy {proxy} antwoordt met HTTP {status}.</translation>
    </message>
    <message>
        <source>The password for {host} holds a character that cannot be sent.</source>
        <extracomment>Bytes of an unpacked answer; 100 comments with their threads are far below. Seconds for one whole request, from the connection to the last byte.</extracomment>
        <translation>Het wachtwoord voor {host} bevat een teken dat niet te versturen is.</translation>
    </message>
    <message>
        <source>{host} broke off; it may have done what was asked.</source>
        <translation>{host} brak af; misschien is gedaan wat gevraagd werd.</translation>
    </message>
    <message>
        <source>{host} sent only a part of its answer.</source>
        <translation>{host} stuurde maar een deel van zijn antwoord.</translation>
    </message>
    <message>
        <source>{mailbox} is not the name of a mailbox that can be asked for.</source>
        <extracomment>So many mails at one time: a mailbox of years is read in the background. Bytes of a line that are read, and of so many mails the UIDs, which come on one, are asked for. A refusal that says it is one of the moment (RFC 5530).</extracomment>
        <translation>{mailbox} is geen naam van een postvak waar naar gevraagd kan worden.</translation>
    </message>
    <message>
        <source>{host} refused the login to the mailbox.</source>
        <translation>{host} weigerde de toegang tot het postvak.</translation>
    </message>
    <message>
        <source>The login or password for the mailbox has letters that IMAP cannot carry.</source>
        <translation>De inlognaam of het wachtwoord voor het postvak heeft letters die IMAP niet kan overbrengen.</translation>
    </message>
    <message>
        <source>The certificate of {host} is not trusted ({reason}).</source>
        <translation>Het certificaat van {host} wordt niet vertrouwd ({reason}).</translation>
    </message>
    <message>
        <source>The mailbox at {host} cannot be reached ({reason}).</source>
        <translation>Het postvak bij {host} is niet bereikbaar ({reason}).</translation>
    </message>
    <message>
        <source>{host} does not speak IMAP as it should: {reason}</source>
        <translation>{host} spreekt geen IMAP zoals het hoort: {reason}</translation>
    </message>
    <message>
        <source>The community gave the same page again, or its comments out of order.</source>
        <extracomment>Comments on a page, and ids asked for at once.</extracomment>
        <translation>De community gaf dezelfde pagina nog eens, of haar reacties in de verkeerde volgorde.</translation>
    </message>
    <message>
        <source>The address of {host} must begin with https://: anything else shows the password.</source>
        <translation>Het adres van {host} moet met https:// beginnen: al het andere verraadt het wachtwoord.</translation>
    </message>
    <message>
        <source>This is not the address of a site; it should look like https://example.org.</source>
        <translation>Dit is niet het adres van een site; het hoort eruit te zien als https://example.org.</translation>
    </message>
    <message>
        <source>The certificate of PV holds until {day}</source>
        <extracomment>A certificate that ends within so many days is told of before it does.</extracomment>
        <translation>Het certificaat van PV geldt tot {day}</translation>
    </message>
    <message>
        <source>{said}: ask PV for a new one.</source>
        <translation>{said}: vraag PV om een nieuw.</translation>
    </message>
    <message>
        <source>The certificate of PV, {path}, cannot be read.</source>
        <translation>Het certificaat van PV, {path}, kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The certificate of PV, {path}, is not one to encrypt with: it needs an RSA key.</source>
        <translation>Met het certificaat van PV, {path}, valt niet te versleutelen: het heeft een RSA-sleutel nodig.</translation>
    </message>
    <message>
        <source>{path} holds several certificates to encrypt with: leave only that of PV in it.</source>
        <translation>In {path} staan meer certificaten om mee te versleutelen: laat alleen dat van PV erin.</translation>
    </message>
    <message>
        <source>The key for PV&apos;s encrypted answers holds until {day}; it opens AES-CBC under RSA (PKCS #1 v1.5)</source>
        <extracomment>Opens the content of one encrypted part; None for what is not for us, or cannot be opened.</extracomment>
        <translation>De sleutel voor versleutelde antwoorden van PV geldt tot {day}; ze opent AES-CBC met RSA (PKCS #1 v1.5)</translation>
    </message>
    <message>
        <source>{said}: give PV a new certificate.</source>
        <translation>{said}: geef PV een nieuw certificaat.</translation>
    </message>
    <message>
        <source>The key for PV&apos;s answers, {file}, cannot be read.</source>
        <translation>De sleutel voor de antwoorden van PV, {file}, kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>{file} is no PKCS#12 file, or the secret “smime” is not its password.</source>
        <translation>{file} is geen PKCS#12-bestand, of het geheim “smime” is niet het wachtwoord ervan.</translation>
    </message>
    <message>
        <source>{file} must hold an RSA key with its certificate: others open no mail here.</source>
        <translation>In {file} moet een RSA-sleutel met zijn certificaat staan: andere openen hier geen mail.</translation>
    </message>
    <message>
        <source>“{url}” is not the address of a time-stamping authority.</source>
        <extracomment>Bytes of an answer: a token with its certificates is a tenth of this. Seconds for the whole request.</extracomment>
        <translation>“{url}” is niet het adres van een tijdstempeldienst.</translation>
    </message>
    <message>
        <source>its signature does not lead to the certificates in {file}</source>
        <translation>de handtekening leidt niet naar de certificaten in {file}</translation>
    </message>
    <message>
        <source>The time stamp of {host} does not hold: {reason}.</source>
        <translation>Het tijdstempel van {host} klopt niet: {reason}.</translation>
    </message>
    <message>
        <source>The certificates of the time-stamping authority, {file}, cannot be read.</source>
        <translation>De certificaten van de tijdstempeldienst, {file}, kunnen niet worden gelezen.</translation>
    </message>
    <message>
        <source>{file} lacks the root certificate of the time-stamping authority.</source>
        <translation>In {file} ontbreekt het stamcertificaat van de tijdstempeldienst.</translation>
    </message>
    <message>
        <source>The time-stamping authority {host} gave no answer ({reason}).</source>
        <translation>De tijdstempeldienst {host} gaf geen antwoord ({reason}).</translation>
    </message>
    <message>
        <source>The time-stamping authority {host} answered with HTTP {status}.</source>
        <translation>De tijdstempeldienst {host} antwoordde met HTTP {status}.</translation>
    </message>
    <message>
        <source>The comment that the reply is for is not there any more.</source>
        <extracomment>Of one list: as many parts as a page has rows, in three times what one request may last.</extracomment>
        <translation>De reactie waar het antwoord voor is, is er niet meer.</translation>
    </message>
    <message>
        <source>{host} counts more comments than it gives in bearable time.</source>
        <translation>{host} telt meer reacties dan het in redelijke tijd geeft.</translation>
    </message>
    <message>
        <source>{host} asks to wait between two replies.</source>
        <extracomment>The problem of showing again what the site took for spam.</extracomment>
        <translation>{host} vraagt om te wachten tussen twee antwoorden.</translation>
    </message>
    <message>
        <source>{host} {doubt}, and whether its permalinks are plain.</source>
        <translation>{host} {doubt}, en of de permalinks niet op ‘eenvoudig’ staan.</translation>
    </message>
    <message>
        <source>{host} does not answer at its REST interface (wp-json): are its permalinks plain?</source>
        <translation>{host} antwoordt niet op zijn REST-interface (wp-json): staan de permalinks op eenvoudig?</translation>
    </message>
    <message>
        <source>The comment was put in the site&apos;s trash.</source>
        <translation>De reactie is op de site in de prullenbak gezet.</translation>
    </message>
    <message>
        <source>The site&apos;s people or its filter put the comment away: bring it back there.</source>
        <translation>De beheerders van de site of het filter hebben de reactie weggezet: haal haar daar terug.</translation>
    </message>
    <message>
        <source>This is not the id of a comment on WordPress. Where the source of this name was of another kind, give this one another name.</source>
        <translation>Dit is niet het id van een reactie op WordPress. Was de bron met deze naam van een andere soort, geef deze dan een andere naam.</translation>
    </message>
    <message>
        <source>Comments are closed under this post.</source>
        <extracomment>Why WordPress refuses, by its own word for it: the name that the outbox keeps, and a sentence.</extracomment>
        <translation>Onder dit bericht kan niet meer worden gereageerd.</translation>
    </message>
    <message>
        <source>The reply is too long for the site.</source>
        <translation>Het antwoord is te lang voor de site.</translation>
    </message>
    <message>
        <source>The post of the comment is not there any more.</source>
        <translation>Het bericht van de reactie is er niet meer.</translation>
    </message>
    <message>
        <source>The site has no trash; deleting for good is left to its own pages.</source>
        <translation>De site heeft geen prullenbak; voorgoed verwijderen blijft aan haar eigen pagina&apos;s.</translation>
    </message>
    <message>
        <source>The account may not moderate: comments that wait for approval are not seen, and a deletion is not noticed. Let it moderate on the site, as an editor does.</source>
        <extracomment>Rows on a page: the most that WordPress gives. What is wrong with an account that is given approved comments alone.</extracomment>
        <translation>Het account mag niet modereren: reacties die op goedkeuring wachten, worden niet gezien, en een verwijdering valt niet op. Laat het op de site modereren, zoals een redacteur.</translation>
    </message>
    <message>
        <source>The site counts comments that it does not give the account: what waits for approval or stands under a private post is not seen, and a deletion is not noticed. Let it edit every post on the site, as an editor does.</source>
        <extracomment>What is wrong with one that may moderate and may not edit every post.</extracomment>
        <translation>De site telt reacties die ze het account niet geeft: wat op goedkeuring wacht of onder een niet-openbaar bericht staat wordt niet gezien, en een verwijdering wordt niet opgemerkt. Laat het account elk bericht op de site bewerken, zoals een redacteur doet.</translation>
    </message>
    <message>
        <source>The site gave its comments out of order.</source>
        <extracomment>Rows that two pages of one poll share. Naming the fields keeps e-mail addresses and IP numbers at the site. One form of the text cannot be asked for: WordPress leaves it out at `content.raw`. Types that nobody wrote as a comment: links from other sites, and notes among editors and sellers.</extracomment>
        <translation>De site gaf haar reacties in de verkeerde volgorde.</translation>
    </message>
    <message>
        <source>The site gives the same page again and again.</source>
        <translation>De site geeft steeds dezelfde pagina.</translation>
    </message>
    <message>
        <source>Comment {comment} is larger than 5 MB and was not read: look at it on the site.</source>
        <translation>Reactie {comment} is groter dan 5 MB en niet gelezen: bekijk haar op de site.</translation>
    </message>
    <message>
        <source>The site does not say how many comments it has (X-WP-Total).</source>
        <translation>De site zegt niet hoeveel reacties ze heeft (X-WP-Total).</translation>
    </message>
    <message>
        <source>its log has {size} entries, and the keyring remembers {remembered}: an older copy of the desk was put back, or the end of the log was cut off</source>
        <translation>het logboek heeft {size} regels, en de sleutelbos onthield er {remembered}: er is een oudere kopie van de desk teruggezet, of het eind van het logboek is afgesneden</translation>
    </message>
    <message>
        <source>the first {remembered} entries of its log are not those that the keyring remembers: the log was rewritten, or another desk was put in its place</source>
        <translation>de eerste {remembered} regels van het logboek zijn niet die van de sleutelbos: het logboek is herschreven, of er is een andere desk voor in de plaats gezet</translation>
    </message>
    <message>
        <source>its log has {size} entries, and the signed head beside it is of {signed}: the end of the log was cut off</source>
        <translation>het logboek heeft {size} regels, en de ondertekende kop ernaast is van {signed}: het einde van het logboek is eraf gehaald</translation>
    </message>
    <message>
        <source>the last of the {size} entries of its log is not the one that the signed head beside it was made after: one of the two was changed</source>
        <translation>de laatste van de {size} regels van het logboek is niet die waarna de ondertekende kop ernaast is gemaakt: een van de twee is veranderd</translation>
    </message>
    <message>
        <source>This desk can only be read: {reason}</source>
        <translation>Deze desk kan alleen worden gelezen: {reason}</translation>
    </message>
    <message>
        <source>This desk can only be read: {reason}. Two persons may go on with it under a new name: `webcare-desk audit continue`.</source>
        <translation>Deze desk kan alleen worden gelezen: {reason}. Twee personen kunnen ermee verder onder een nieuwe naam: `webcare-desk audit continue`.</translation>
    </message>
    <message>
        <source>This desk can only be read: {reason} Two persons may go on with it under a new name: `webcare-desk audit continue`.</source>
        <translation>Deze desk kan alleen worden gelezen: {reason} Twee personen kunnen ermee verder onder een nieuwe naam: `webcare-desk audit continue`.</translation>
    </message>
    <message>
        <source>This desk can only be read: {reason}. Nothing can go on after that; put back a backup: `webcare-desk backup list`.</source>
        <translation>Deze desk kan alleen worden gelezen: {reason}. Daarna kan niets verdergaan; zet een reservekopie terug: `webcare-desk backup list`.</translation>
    </message>
    <message>
        <source>“{login}” also asks for a code: give the six digits it shows now.</source>
        <translation>“{login}” vraagt ook om een code: geef de zes cijfers die er nu staan.</translation>
    </message>
    <message>
        <source>Choose the role to work in: {roles}.</source>
        <translation>Kies de rol om in te werken: {roles}.</translation>
    </message>
    <message>
        <source>Somebody else set this password: choose a new one to enter.</source>
        <translation>Iemand anders heeft dit wachtwoord ingesteld: kies een nieuw om binnen te komen.</translation>
    </message>
    <message>
        <source>This password is too old: choose a new one to enter.</source>
        <translation>Dit wachtwoord is te oud: kies een nieuw om binnen te komen.</translation>
    </message>
    <message>
        <source>An entry of this log that names a key is not written as the desk writes.</source>
        <extracomment>An entry of later than this is of a clock that went back, in microseconds. So many entries back a time that has not come is told.</extracomment>
        <translation>Een regel van dit logboek die een sleutel noemt, is niet geschreven zoals de desk schrijft.</translation>
    </message>
    <message>
        <source>This head is of {size} entries and the log has {now}: it was cut, or an older copy of it was put back.</source>
        <translation>Deze kop is van {size} regels en het logboek heeft er {now}: het is ingekort, of er is een oudere kopie teruggezet.</translation>
    </message>
    <message>
        <source>The first {size} entries are not those of this head: the log was rewritten.</source>
        <translation>De eerste {size} regels zijn niet die van deze kop: het logboek is herschreven.</translation>
    </message>
    <message>
        <source>{place} cannot be written: {reason}.</source>
        <extracomment>Touched by a second start, for the first window to come to the front.</extracomment>
        <translation>{place} kan niet worden geschreven: {reason}.</translation>
    </message>
    <message>
        <source>{place} cannot be locked: {reason}.</source>
        <translation>{place} kan niet worden vergrendeld: {reason}.</translation>
    </message>
    <message>
        <source>This desk is open already in another window (process {process}).</source>
        <translation>Deze desk is al open in een ander venster (proces {process}).</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>unknown error</source>
        <extracomment>The packs that came into force from a draft; from then on the desk works by these. A file of a pack, or a part of one: `base/rules-grave.yaml`.</extracomment>
        <translation>onbekende fout</translation>
    </message>
    <message>
        <source>Name a draft with letters a-z, digits, dots and hyphens, at most 48 of them.</source>
        <translation>Noem een ontwerp met letters a-z, cijfers, punten en streepjes, hoogstens 48.</translation>
    </message>
    <message>
        <source>There is a draft “{name}” already; give another name.</source>
        <translation>Er is al een ontwerp “{name}”; geef een andere naam.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read as text.</source>
        <translation>Het bestand {file} kan niet als tekst worden gelezen.</translation>
    </message>
    <message>
        <source>A file of a pack has at most {most} kB; this one was not saved.</source>
        <translation>Een bestand van een pakket heeft hoogstens {most} kB; dit is niet opgeslagen.</translation>
    </message>
    <message>
        <source>The draft cannot be saved: {reason}.</source>
        <translation>Het ontwerp kan niet worden opgeslagen: {reason}.</translation>
    </message>
    <message>
        <source>A pack has no file {file}.</source>
        <translation>Een pakket heeft geen bestand {file}.</translation>
    </message>
    <message>
        <source>The packs cannot be kept in {folder}: {reason}.</source>
        <translation>De pakketten kunnen niet worden bewaard in {folder}: {reason}.</translation>
    </message>
    <message>
        <source>This is not an acknowledgement of E2B(R3) reports.</source>
        <extracomment>ACK.B.r.6 of a report that was taken, and of one that was not. ACK.A.4 of a batch of which no report was taken. Between two ids that a receiver put into one attribute. An element&apos;s id in a sentence, also one of a region: `FDA.C.1.7.1`, `E.i.2.1b`.</extracomment>
        <translation>Dit is geen ontvangstbevestiging van E2B(R3)-meldingen.</translation>
    </message>
    <message>
        <source>The report is not JSON.</source>
        <extracomment>What must not be read in a masked copy, wherever it was typed; a town may (GVP VI, Addendum II).</extracomment>
        <translation>De melding is geen JSON.</translation>
    </message>
    <message>
        <source>The file is not a report in the format {form}.</source>
        <translation>Het bestand is geen melding in het formaat {form}.</translation>
    </message>
    <message>
        <source>The report has a section that is none.</source>
        <translation>De melding heeft een onderdeel dat er geen is.</translation>
    </message>
    <message>
        <source>The report has a value that is none.</source>
        <translation>De melding heeft een waarde die er geen is.</translation>
    </message>
    <message>
        <source>There is no MedDRA release in {folder}: llt.asc cannot be read.</source>
        <extracomment>Bytes; the terms of a release are some 8 MB.</extracomment>
        <translation>Er is geen MedDRA-uitgave in {folder}: llt.asc kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The MedDRA release in {folder} names no version or holds no current term.</source>
        <translation>De MedDRA-uitgave in {folder} noemt geen versie of heeft geen geldige term.</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB: it is of no MedDRA release.</source>
        <translation>{file} is groter dan {most} MB: het is van geen MedDRA-uitgave.</translation>
    </message>
    <message>
        <source>Say in words which reaction or medicine is new.</source>
        <translation>Zeg in woorden welke bijwerking of welk geneesmiddel nieuw is.</translation>
    </message>
    <message>
        <source>There is no {part}[{wrong}]: the report has {count} of them.</source>
        <translation>Er is geen {part}[{wrong}]: de melding heeft er {count}.</translation>
    </message>
    <message>
        <source>A report needs a reaction and a medicine: the last {part} stays, or take it back.</source>
        <translation>Een melding heeft een bijwerking en een geneesmiddel nodig: de laatste {part} blijft, of trek de melding in.</translation>
    </message>
    <message>
        <source>{code} is no element of a report.</source>
        <translation>{code} is geen element van een melding.</translation>
    </message>
    <message>
        <source>{code} does not stand there: {path}.</source>
        <translation>{code} staat daar niet: {path}.</translation>
    </message>
    <message>
        <source>“{path}” is no path, such as E.i[2]/E.i.7.</source>
        <translation>“{path}” is geen pad, zoals E.i[2]/E.i.7.</translation>
    </message>
    <message>
        <source>Say which one: {top}[1]/{code} is the first of {count}.</source>
        <translation>Zeg welke: {top}[1]/{code} is de eerste van {count}.</translation>
    </message>
    <message>
        <source>There is no {code}[{place}]: the report has {count} of them.</source>
        <translation>Er is geen {code}[{place}]: de melding heeft er {count}.</translation>
    </message>
    <message>
        <source>This is not a batch of E2B(R3) reports: its root is {root}.</source>
        <extracomment>In `o:by`: a new section each time. What says how the standard&apos;s classes are used, and nothing about the case.</extracomment>
        <translation>Dit is geen partij E2B(R3)-meldingen: de wortel is {root}.</translation>
    </message>
    <message>
        <source>The message declares a document type; that is refused, because it can do harm.</source>
        <extracomment>A report with attachments; more than this is not read (the guide asks for less).</extracomment>
        <translation>Het bericht declareert een documenttype; dat wordt geweigerd, want het kan kwaad.</translation>
    </message>
    <message>
        <source>The message is larger than {most} MiB.</source>
        <translation>Het bericht is groter dan {most} MiB.</translation>
    </message>
    <message>
        <source>The message is not well-formed XML: {reason}.</source>
        <translation>Het bericht is geen welgevormde XML: {reason}.</translation>
    </message>
    <message>
        <source>There is no usable schema at {path}: {reason}.</source>
        <translation>Er is geen bruikbaar schema in {path}: {reason}.</translation>
    </message>
    <message>
        <source>{code} is not set by hand: a later version keeps the numbers of the report, and its times and its reason come from the act.</source>
        <extracomment>What the act gives or keeps: the numbers, the times and the reason of a version.</extracomment>
        <translation>{code} vul je niet met de hand in: een latere versie houdt de nummers van de melding, en haar tijden en reden komen uit de handeling.</translation>
    </message>
    <message>
        <source>Say why the report is taken back or changed.</source>
        <translation>Zeg waarom de melding wordt ingetrokken of veranderd.</translation>
    </message>
    <message>
        <source>A later version must be later than the one before it.</source>
        <translation>Een latere versie moet later zijn dan de vorige.</translation>
    </message>
    <message>
        <source>The packet is larger than {most} MiB.</source>
        <extracomment>A thread of 5 MB in another script than Latin is 30 MB of ASCII escapes.</extracomment>
        <translation>Het pakket is groter dan {most} MiB.</translation>
    </message>
    <message>
        <source>The packet is not JSON.</source>
        <translation>Het pakket is geen JSON.</translation>
    </message>
    <message>
        <source>The file is not a packet in the format {form}.</source>
        <translation>Het bestand is geen pakket in het formaat {form}.</translation>
    </message>
    <message>
        <source>The packet has a wrong value at {place}: {reason}.</source>
        <translation>Het pakket heeft een verkeerde waarde bij {place}: {reason}.</translation>
    </message>
    <message>
        <source>“{strange}” is no approved question.</source>
        <translation>“{strange}” is geen goedgekeurde vraag.</translation>
    </message>
    <message>
        <source>Ask something.</source>
        <translation>Vraag iets.</translation>
    </message>
    <message>
        <source>The protocol was changed and waits for a second person, and the copy of the one in force is gone from {place}: put the earlier packs back, or have these approved (`protocol use --ask WORDS`).</source>
        <extracomment>Where a desk keeps the last protocol without problems.</extracomment>
        <translation>Het protocol is veranderd en wacht op een tweede persoon, en de kopie van wat geldt, is weg uit {place}: zet de eerdere pakketten terug, of laat deze goedkeuren (`protocol use --ask WORDS`).</translation>
    </message>
    <message>
        <source>{path}: holds no hints: {reason}</source>
        <extracomment>By its first word: what a phrase hints at, and its words.</extracomment>
        <translation>{path}: bevat geen aanwijzingen: {reason}</translation>
    </message>
    <message>
        <source>{folder}: holds no lexicon</source>
        <translation>{folder}: bevat geen lexicon</translation>
    </message>
    <message>
        <source>{folder}: a dictionary cannot be read: {reason}</source>
        <translation>{folder}: een woordenboek kan niet worden gelezen: {reason}</translation>
    </message>
    <message>
        <source>{path}: holds no pieces of words: {reason}</source>
        <translation>{path}: bevat geen stukken van woorden: {reason}</translation>
    </message>
    <message>
        <source>unknown key {key!r}</source>
        <translation>onbekende sleutel {key!r}</translation>
    </message>
    <message>
        <source>no phrases</source>
        <translation>geen zinsneden</translation>
    </message>
    <message>
        <source>{text!r} is neither yes nor no</source>
        <translation>{text!r} is geen yes en geen no</translation>
    </message>
    <message>
        <source>a mapping is expected here</source>
        <translation>hier hoort een tabel met sleutels</translation>
    </message>
    <message>
        <source>a list is expected here</source>
        <translation>hier hoort een lijst</translation>
    </message>
    <message>
        <source>a word or phrase is expected here</source>
        <translation>hier hoort een woord of zinsnede</translation>
    </message>
    <message>
        <source>{path}: holds no model: {reason}</source>
        <extracomment>The heads that are no category: whether anything is reportable, and a person in crisis. Whether it is a sentence of a review of a drug, and whether such a one tells of an event.</extracomment>
        <translation>{path}: bevat geen model: {reason}</translation>
    </message>
    <message>
        <source>{path}: holds {reason}</source>
        <translation>{path}: bevat {reason}</translation>
    </message>
    <message>
        <source>a phrase has 1 to 8 words, no open end, and at most 400 wordings</source>
        <extracomment>How many words `~` lets through at most.</extracomment>
        <translation>een zinsnede heeft 1 tot 8 woorden, geen open eind en hoogstens 400 bewoordingen</translation>
    </message>
    <message>
        <source>{part!r} is not a word</source>
        <translation>{part!r} is geen woord</translation>
    </message>
    <message>
        <source>{part!r} is too short for a *</source>
        <translation>{part!r} is te kort voor een *</translation>
    </message>
    <message>
        <source>{path}: cannot be read ({reason})</source>
        <translation>{path}: kan niet worden gelezen ({reason})</translation>
    </message>
    <message>
        <source>{path}: larger than {most} bytes</source>
        <translation>{path}: groter dan {most} bytes</translation>
    </message>
    <message>
        <source>{path}: not UTF-8</source>
        <translation>{path}: geen UTF-8</translation>
    </message>
    <message>
        <source>{path}: holds {count} documents instead of one</source>
        <translation>{path}: bevat {count} documenten in plaats van één</translation>
    </message>
    <message>
        <source>{path}:{line}: not a mapping</source>
        <translation>{path}:{line}: geen tabel met sleutels</translation>
    </message>
    <message>
        <source>{path}:{line}: nested too deeply or too long</source>
        <translation>{path}:{line}: te diep genest of te lang</translation>
    </message>
    <message>
        <source>{path}:{line}: anchors, aliases and tags are not allowed (quote a leading *)</source>
        <translation>{path}:{line}: ankers, aliassen en tags mogen niet (zet een * aan het begin tussen aanhalingstekens)</translation>
    </message>
    <message>
        <source>{path}:{line}: a key must be one word</source>
        <translation>{path}:{line}: een sleutel moet één woord zijn</translation>
    </message>
    <message>
        <source>{path}:{line}: {key!r} occurs twice</source>
        <translation>{path}:{line}: {key!r} komt twee keer voor</translation>
    </message>
    <message>
        <source>The demo reads its own community: a desk of your own is set up here.</source>
        <extracomment>Seconds for each of the few requests of a trial.</extracomment>
        <translation>De demo leest haar eigen community: een desk van jezelf richt je hier in.</translation>
    </message>
    <message>
        <source>In the role {role} one may not set up sources.</source>
        <translation>In de rol {role} mag je geen bronnen instellen.</translation>
    </message>
    <message>
        <source>The address or the user is another: type the password too.</source>
        <translation>Het adres of de gebruiker is een andere: typ ook het wachtwoord.</translation>
    </message>
    <message>
        <source>{path} says something else of “{name}” by now: look again.</source>
        <translation>{path} zegt intussen iets anders over “{name}”: kijk nog eens.</translation>
    </message>
    <message>
        <source>left out, unless pv.kind is &quot;smtp&quot;</source>
        <translation>weggelaten, tenzij pv.kind &quot;smtp&quot; is</translation>
    </message>
    <message>
        <source>the file with the certificates of the authority</source>
        <translation>het bestand met de certificaten van de dienst</translation>
    </message>
    <message>
        <source>the login at the mailbox</source>
        <translation>de inlognaam bij het postvak</translation>
    </message>
    <message>
        <source>the desk&apos;s own mail address</source>
        <extracomment>What a packet that only goes into a folder says; mail needs real addresses. Where packets go when the settings name no folder: inside the desk&apos;s own. A name that exists nowhere (RFC 2606): a report that goes there is lost.</extracomment>
        <translation>het eigen mailadres van de desk</translation>
    </message>
    <message>
        <source>PV&apos;s mail address</source>
        <translation>het mailadres van PV</translation>
    </message>
    <message>
        <source>the mail server</source>
        <translation>de mailserver</translation>
    </message>
    <message>
        <source>the login at the mail server</source>
        <translation>de inlognaam bij de mailserver</translation>
    </message>
    <message>
        <source>PV&apos;s address for packets</source>
        <translation>het adres van PV voor pakketten</translation>
    </message>
    <message>
        <source>{path}: line {line} holds a letter that is not UTF-8: save the file as UTF-8.</source>
        <extracomment>No reply is held longer than an hour. Each key of the file with its value as JSON, to be compared with those of another day.</extracomment>
        <translation>{path}: regel {line} bevat een letter die geen UTF-8 is: sla het bestand op als UTF-8.</translation>
    </message>
    <message>
        <source>{path}: two sources are called “{name}”; give each a name of its own.</source>
        <translation>{path}: twee bronnen heten “{name}”; geef elk een eigen naam.</translation>
    </message>
    <message>
        <source>{path}: its layout would not stay as it is; change this source in the file by hand.</source>
        <translation>{path}: de opmaak zou niet blijven zoals ze is; verander deze bron met de hand in het bestand.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>{path} kan niet worden geschreven: {reason}.</translation>
    </message>
    <message>
        <source>{place} was changed by somebody else meanwhile and is left as it is: look again.</source>
        <translation>{place} is intussen door iemand anders veranderd en is gelaten zoals het is: kijk nog eens.</translation>
    </message>
    <message>
        <source>a folder instead, unless pv.kind is &quot;smtp&quot;</source>
        <extracomment>What a complaint that only goes into a folder says; mail needs a real address.</extracomment>
        <translation>hier een map, tenzij pv.kind &quot;smtp&quot; is</translation>
    </message>
    <message>
        <source>two capital letters, such as NL</source>
        <extracomment>What stands in an identifier of E2B(R3), such as C.1.1: no blank, no hyphen.</extracomment>
        <translation>twee hoofdletters, zoals NL</translation>
    </message>
    <message>
        <source>at most 100 characters</source>
        <translation>hoogstens 100 tekens</translation>
    </message>
    <message>
        <source>letters, digits, dots and underscores, at most 60</source>
        <translation>letters, cijfers, punten en liggende streepjes, hoogstens 60</translation>
    </message>
    <message>
        <source>a name that does not begin with {files}, as those of files do: write name = &quot;{free}&quot; instead of name = &quot;{name}&quot;, and keep its password anew with `webcare-desk secret set source:{free}`</source>
        <extracomment>How the desk names what came from a file: nothing goes back there, and no hour of it is watched.</extracomment>
        <translation>een naam die niet met {files} begint, zoals die van bestanden: schrijf name = &quot;{free}&quot; in plaats van name = &quot;{name}&quot;, en bewaar het wachtwoord opnieuw met `webcare-desk secret set source:{free}`</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>een tekst</translation>
    </message>
    <message>
        <source>a text without control characters</source>
        <translation>een tekst zonder stuurtekens</translation>
    </message>
    <message>
        <source>a short name in lower case, such as blog</source>
        <translation>een korte naam in kleine letters, zoals blog</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>een geheel getal van {least} tot en met {most}</translation>
    </message>
    <message>
        <source>one of {known}</source>
        <translation>een van {known}</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>een tabel</translation>
    </message>
    <message>
        <source>a list of tables</source>
        <translation>een lijst van tabellen</translation>
    </message>
    <message>
        <source>{path}: {name}{key} is not a setting.</source>
        <translation>{path}: {name}{key} is geen instelling.</translation>
    </message>
    <message>
        <source>{path}: {name}{key} must be {wanted}.</source>
        <translation>{path}: {name}{key} moet dit zijn: {wanted}.</translation>
    </message>
    <message>
        <source>{folder} lies on a network file system ({kind}), where a desk can be damaged without a trace: put it on a disk of this machine.</source>
        <extracomment>The file systems by their names in /proc/self/mountinfo, and on macOS.</extracomment>
        <translation>{folder} ligt op een netwerkschijf ({kind}), waar een desk ongemerkt beschadigd kan raken: zet de desk op een schijf van deze computer.</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full: the desk cannot even be opened safely.</source>
        <extracomment>SQLite maps an index of the write-ahead log of 32 KiB into memory. Where a file system cannot give its blocks, writing there ends the process (SIGBUS). A warning is due. Only what cannot wait is still done.</extracomment>
        <translation>De schijf waarop {path} staat, is vol: de desk kan niet eens veilig worden geopend.</translation>
    </message>
    <message>
        <source>{path} has writes beside it in {name}: copy both to where one may write.</source>
        <extracomment>Where the application id stands says sqlite.org/fileformat.html §1.3. What every connection must answer after it is set.</extracomment>
        <translation>Naast {path} staat nog geschreven werk in {name}: kopieer beide naar een plek waar je mag schrijven.</translation>
    </message>
    <message>
        <source>There is no desk at {folder}: its database desk.db is missing. Restore a backup if there is one; nothing was made in its place. A new desk takes another folder, or this one once all its files are kept elsewhere.</source>
        <translation>In {folder} is geen desk: de database desk.db ontbreekt. Zet een reservekopie terug als die er is; er is niets voor in de plaats gemaakt. Een nieuwe desk krijgt een andere map, of deze zodra alle bestanden elders bewaard zijn.</translation>
    </message>
    <message>
        <source>{path} is not the database of a desk; it was left as it is.</source>
        <translation>{path} is niet de database van een desk; het bestand is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>{path} is a database of another program; it was left as it is.</source>
        <translation>{path} is een database van een ander programma; het bestand is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>The database does not accept {name} = {wanted}; it says {found}.</source>
        <translation>De database neemt {name} = {wanted} niet aan; hij zegt {found}.</translation>
    </message>
    <message>
        <source>The text holds half a character (a lone surrogate), which no file can keep.</source>
        <translation>De tekst bevat een half teken (een losse surrogaat), dat geen bestand kan bewaren.</translation>
    </message>
    <message>
        <source>{path} cannot be read or written by this account.</source>
        <translation>{path} kan door dit account niet worden gelezen of geschreven.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}.</source>
        <translation>{path} is niet te gebruiken: {reason}.</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}. Restore a backup; nothing was changed.</source>
        <translation>{path} is beschadigd: {reason}. Zet een reservekopie terug; er is niets veranderd.</translation>
    </message>
    <message>
        <source>{path} cannot be opened for writing: {reason}.</source>
        <translation>{path} kan niet worden geopend om te schrijven: {reason}.</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full; nothing of this act was kept.</source>
        <translation>De schijf waarop {path} staat, is vol; van deze handeling is niets bewaard.</translation>
    </message>
    <message>
        <source>The disk took no more of {path}: it is full, over its quota, or failing; nothing of this act was kept.</source>
        <translation>De schijf nam niets meer aan van {path}: hij is vol, over zijn quotum of gaat stuk; van deze handeling is niets bewaard.</translation>
    </message>
    <message>
        <source>Another program is holding {path}; try again in a moment.</source>
        <translation>Een ander programma houdt {path} vast; probeer het zo meteen nog eens.</translation>
    </message>
    <message>
        <source>{path} is damaged: {answer}. It is not used.</source>
        <translation>{path} is beschadigd: {answer}. Het wordt niet gebruikt.</translation>
    </message>
    <message>
        <source>There is no {table} {key} on this desk; read it again.</source>
        <extracomment>The fact with which a platform&apos;s id becomes a mark.
----------
What was done with a comment before it was reworded: no comment has more. The head after this act, as far as it is known without reading it. Whether the next act is signed by the same key. The rows that this transaction has read to change them, as they are now.</extracomment>
        <translation>Er is geen {table} {key} op deze desk; lees het opnieuw.</translation>
    </message>
    <message>
        <source>Another program is reading the desk: the erased text goes when it is done; try again.</source>
        <translation>Een ander programma leest de desk: de gewiste tekst verdwijnt als het klaar is; probeer het opnieuw.</translation>
    </message>
    <message>
        <source>{path} exists already; a desk is never made over another file.</source>
        <extracomment>Under which name it is made. The migrations of this program, in order; `migrations.migrations` runs them. Above this size the whole-file check is left to `audit verify`.</extracomment>
        <translation>{path} bestaat al; een desk wordt nooit over een ander bestand heen gemaakt.</translation>
    </message>
    <message>
        <source>{path} is damaged: its tables are gone. Restore a backup; nothing was changed.</source>
        <translation>{path} is beschadigd: de tabellen zijn weg. Zet een reservekopie terug; er is niets veranderd.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Webcare Desk ({version}); install that version to open it.</source>
        <translation>{path} is geschreven door een nieuwere Webcare Desk ({version}); installeer die versie om het te openen.</translation>
    </message>
    <message>
        <source>{path} is damaged: its end is missing. Restore a backup; nothing was changed.</source>
        <translation>{path} is beschadigd: het eind ontbreekt. Zet een reservekopie terug; er is niets veranderd.</translation>
    </message>
    <message>
        <source>{path} is damaged: {answer}. Restore a backup; nothing was changed.</source>
        <translation>{path} is beschadigd: {answer}. Zet een reservekopie terug; er is niets veranderd.</translation>
    </message>
    <message>
        <source>{folder} cannot be written: {reason}. The desk was not migrated.</source>
        <translation>In {folder} kan niet worden geschreven: {reason}. De desk is niet omgezet.</translation>
    </message>
    <message>
        <source>Before this version can work with the desk it keeps a copy of it: that takes {needed:.1f} MB, and {free:.1f} MB are free in {folder}. Make room and start again; nothing was changed.</source>
        <translation>Voordat deze versie met de desk kan werken, bewaart ze er een kopie van: dat kost {needed:.1f} MB, en in {folder} is {free:.1f} MB vrij. Maak ruimte en start opnieuw; er is niets veranderd.</translation>
    </message>
    <message>
        <source>There is no comment {comment} on this desk; read it again.</source>
        <extracomment>Where a comment stood when it was frozen: what it was moved to afterwards is not part of it. The posts that `CommentReads.thread` shows, without the erased ones, each with how many there are.</extracomment>
        <translation>Er is geen reactie {comment} op deze desk; lees het opnieuw.</translation>
    </message>
    <message>
        <source>{target} exists; the replay needs a file of its own.</source>
        <extracomment>Differences beyond this number are counted and not kept: of words, and of the state. The column in which a rebuilt row has the digest of its words.</extracomment>
        <translation>{target} bestaat; het naspelen heeft een eigen bestand nodig.</translation>
    </message>
    <message>
        <source>entry {seq} is not written as the desk writes.</source>
        <translation>regel {seq} is niet geschreven zoals de desk schrijft.</translation>
    </message>
    <message>
        <source>entry {seq}: the rows of this batch are not those that came in.</source>
        <translation>regel {seq}: de rijen van deze lading zijn niet die welke binnenkwamen.</translation>
    </message>
    <message>
        <source>entry {seq}: its change does not follow from the entries before it.</source>
        <translation>regel {seq}: de verandering volgt niet uit de regels ervoor.</translation>
    </message>
    <message>
        <source>The personal text of {table} {key} was erased; nothing is put in its place.</source>
        <extracomment>A row as it stands in the table, by column.</extracomment>
        <translation>De persoonlijke tekst van {table} {key} is gewist; er komt niets voor in de plaats.</translation>
    </message>
    <message>
        <source>the signed head is that of another log, {origin}</source>
        <translation>de ondertekende kop is die van een ander logboek, {origin}</translation>
    </message>
    <message>
        <source>This head is of {size} entries, and no entry of this log, which has {now}, names the key that signed it: the log was cut, an older copy of it was put back, or the head is not of this desk.</source>
        <translation>Deze kop is van {size} regels, en geen regel van dit logboek, dat er {now} heeft, noemt de sleutel die hem ondertekende: er is een stuk van het logboek af gehaald, een oudere kopie ervan is teruggezet, of de kop is niet van deze desk.</translation>
    </message>
    <message>
        <source>This head is of {size} entries, and the key that signed it is one of this log, which has {now}, but of another time: an older copy was put back and worked on, or the log was rewritten.</source>
        <translation>Deze kop is van {size} regels, en de sleutel die hem ondertekende is er een van dit logboek, dat er {now} heeft, maar van een andere tijd: een oudere kopie is teruggezet en er is mee doorgewerkt, of het logboek is herschreven.</translation>
    </message>
    <message>
        <source>entry {entry} goes on after a fork: from there on it takes the key that was registered for {origin}</source>
        <translation>regel {entry} gaat verder na een splitsing: vanaf daar geldt de sleutel die is geregistreerd voor {origin}</translation>
    </message>
    <message>
        <source>entry {entry} names a new key, but the key before it did not sign that</source>
        <translation>regel {entry} noemt een nieuwe sleutel, maar de sleutel ervoor heeft dat niet ondertekend</translation>
    </message>
    <message>
        <source>entry {entry} names the key of epoch {epoch} in epoch {before}</source>
        <translation>regel {entry} noemt de sleutel van tijdvak {epoch} in tijdvak {before}</translation>
    </message>
    <message>
        <source>The cosigner&apos;s key in the keyring is damaged.</source>
        <translation>De sleutel van de medeondertekenaar in de sleutelbos is beschadigd.</translation>
    </message>
    <message>
        <source>This is not a cosignature.</source>
        <translation>Dit is geen medeondertekening.</translation>
    </message>
    <message>
        <source>The cosignature is by another key.</source>
        <translation>De medeondertekening is van een andere sleutel.</translation>
    </message>
    <message>
        <source>The cosignature is wrong: it, or the head under it, was changed.</source>
        <translation>De medeondertekening klopt niet: zij, of de kop eronder, is veranderd.</translation>
    </message>
    <message>
        <source>This is not the public key of a cosigner.</source>
        <translation>Dit is niet de openbare sleutel van een medeondertekenaar.</translation>
    </message>
    <message>
        <source>what the keyring remembers of its log is damaged.</source>
        <translation>wat de sleutelbos van het logboek onthield, is beschadigd.</translation>
    </message>
    <message>
        <source>The secret “{name}” is longer than a keyring keeps ({most} characters).</source>
        <extracomment>Backends that encrypt at rest under the user&apos;s login, by their exact class. Windows keeps at most 2,560 bytes of UTF-16 (CRED_MAX_CREDENTIAL_BLOB_SIZE).</extracomment>
        <translation>Het geheim “{name}” is langer dan een sleutelbos bewaart ({most} tekens).</translation>
    </message>
    <message>
        <source>The keyring accepted the secret “{name}” but did not keep it.</source>
        <translation>De sleutelbos nam het geheim “{name}” aan, maar bewaarde het niet.</translation>
    </message>
    <message>
        <source>The keyring did not remove the secret “{name}”.</source>
        <translation>De sleutelbos heeft het geheim “{name}” niet verwijderd.</translation>
    </message>
    <message>
        <source>No trustworthy keyring is available, so no secret is stored: start the system&apos;s keyring and try again (found: {names}).</source>
        <translation>Er is geen betrouwbare sleutelbos, dus wordt geen geheim bewaard: start de sleutelbos van het systeem en probeer het opnieuw (gevonden: {names}).</translation>
    </message>
    <message>
        <source>The keyring cannot be used; it may be locked or not running ({reason}).</source>
        <translation>De sleutelbos is niet te gebruiken; misschien is hij vergrendeld of draait hij niet ({reason}).</translation>
    </message>
    <message>
        <source>its key is not in this keyring. Two persons may go on with the desk, its log under a new name: `webcare-desk audit continue`.</source>
        <translation>de sleutel ervan staat niet in deze sleutelbos. Twee personen kunnen verder met de desk, met het logboek onder een nieuwe naam: `webcare-desk audit continue`.</translation>
    </message>
    <message>
        <source>The old key of the log is still in the keyring.</source>
        <translation>De oude sleutel van het logboek staat nog in de sleutelbos.</translation>
    </message>
    <message>
        <source>The password needs at least {least} characters; a short sentence works well.</source>
        <translation>Het wachtwoord heeft minstens {least} tekens nodig; een korte zin werkt goed.</translation>
    </message>
    <message>
        <source>The password has more than {most} characters.</source>
        <translation>Het wachtwoord heeft meer dan {most} tekens.</translation>
    </message>
    <message>
        <source>The password has a character that cannot be typed again.</source>
        <translation>Het wachtwoord heeft een teken dat niet opnieuw te typen is.</translation>
    </message>
    <message>
        <source>The password repeats itself: use at least {least} different characters.</source>
        <translation>Het wachtwoord herhaalt zichzelf: gebruik minstens {least} verschillende tekens.</translation>
    </message>
    <message>
        <source>The password is hardly more than your login and name; choose other words.</source>
        <translation>Het wachtwoord is weinig meer dan je inlognaam en naam; kies andere woorden.</translation>
    </message>
    <message>
        <source>The stored password record of this account is damaged; an administrator must set a new password.</source>
        <translation>Het bewaarde wachtwoord van dit account is beschadigd; een beheerder moet een nieuw wachtwoord instellen.</translation>
    </message>
    <message>
        <source>Your signing key does not open: set a new password of your own, that makes a new key.</source>
        <translation>Je ondertekensleutel gaat niet open: stel zelf een nieuw wachtwoord in, dan komt er een nieuwe sleutel.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Put it back from a copy of this folder, or write the key into it that is registered with the supervisor.</source>
        <extracomment>The file with the public key of the log, for whoever verifies it. What stands between the name of a log and how often it forked. The bytes of an Ed25519 key behind the one that names its kind.</extracomment>
        <translation>{file} kan niet worden gelezen: {reason}. Zet het bestand terug vanuit een kopie van deze map, of schrijf de sleutel erin die bij de supervisor is geregistreerd.</translation>
    </message>
    <message>
        <source>{file} is damaged: it holds no public key. Put it back from a copy of this folder, or write the key into it that is registered with the supervisor.</source>
        <translation>{file} is beschadigd: er staat geen openbare sleutel in. Zet het terug uit een kopie van deze map, of schrijf de sleutel erin die bij de supervisor is geregistreerd.</translation>
    </message>
    <message>
        <source>The public key of the log cannot be written to {draft}: {reason}.</source>
        <translation>De openbare sleutel van het logboek kan niet worden geschreven naar {draft}: {reason}.</translation>
    </message>
    <message>
        <source>The log is signed by another key by now; open the desk again.</source>
        <translation>Het logboek wordt intussen met een andere sleutel ondertekend; open de desk opnieuw.</translation>
    </message>
    <message>
        <source>The audit log&apos;s head is signed by another key than this desk&apos;s.</source>
        <translation>De kop van het auditlogboek is ondertekend met een andere sleutel dan die van deze desk.</translation>
    </message>
    <message>
        <source>The signature of the audit log&apos;s head is wrong: the head was changed.</source>
        <translation>De handtekening onder de kop van het auditlogboek klopt niet: de kop is veranderd.</translation>
    </message>
    <message>
        <source>This is not a signed head of an audit log.</source>
        <translation>Dit is geen ondertekende kop van een auditlogboek.</translation>
    </message>
    <message>
        <source>The signing key in the keyring is damaged; enrol this desk again.</source>
        <translation>De ondertekensleutel in de sleutelbos is beschadigd; meld deze desk opnieuw aan.</translation>
    </message>
    <message>
        <source>The public key of the audit log is damaged.</source>
        <translation>De openbare sleutel van het auditlogboek is beschadigd.</translation>
    </message>
    <message>
        <source>The key of this account&apos;s codes is damaged; an administrator drops it.</source>
        <extracomment>What authenticator programs use when a link names nothing else. Steps by which the two clocks may differ, either way (RFC 6238 §5.2).</extracomment>
        <translation>De sleutel van de codes van dit account is beschadigd; een beheerder haalt hem weg.</translation>
    </message>
    <message>
        <source>{path} is not what a witness keeps; it was left as it is.</source>
        <extracomment>No file that a witness keeps is larger (bytes). What a file that is damaged, or is no such file, raises.</extracomment>
        <translation>{path} is niet wat een getuige bewaart; het is gelaten zoals het is.</translation>
    </message>
    <message>
        <source>The entries of this log are not those of its signed head.</source>
        <translation>De regels van dit logboek zijn niet die van zijn ondertekende kop.</translation>
    </message>
    <message>
        <source>This log has {size} entries, and {seen} were seen: it was cut, or an older copy was put back. It is not cosigned.</source>
        <translation>Dit logboek heeft {size} regels, en er zijn er {seen} gezien: het is ingekort, of er is een oudere kopie teruggezet. Het wordt niet medeondertekend.</translation>
    </message>
    <message>
        <source>The first {seen} entries are not those that were seen: this is a fork of the log. It is not cosigned.</source>
        <translation>De eerste {seen} regels zijn niet die welke gezien zijn: dit is een splitsing van het logboek. Het wordt niet medeondertekend.</translation>
    </message>
    <message>
        <source>{place} was left there by a program that was cut off, and cannot be removed.</source>
        <extracomment>So much stays free of the desk&apos;s disk, in bytes, or the copy is made elsewhere. In a folder of all accounts a name may lead elsewhere.</extracomment>
        <translation>{place} is achtergelaten door een programma dat werd afgebroken, en kan niet worden verwijderd.</translation>
    </message>
    <message>
        <source>This Python has SQLite {found}; the desk needs {least} or newer: take another Python.</source>
        <extracomment>The first that knows STRICT tables.</extracomment>
        <translation>Deze Python heeft SQLite {found}; de desk heeft {least} of nieuwer nodig: neem een andere Python.</translation>
    </message>
    <message>
        <source>the address of a proxy without a login, such as http://proxy.example.org:8080</source>
        <translation>het adres van een proxy zonder inlognaam, zoals http://proxy.example.org:8080</translation>
    </message>
    <message>
        <source>A process that replayed comments has ended; run the backtest again.</source>
        <extracomment>What comments are held against: a protocol, a lexicon, and the model beside it.</extracomment>
        <translation>Een proces dat reacties naspeelde, is gestopt; voer de backtest opnieuw uit.</translation>
    </message>
    <message>
        <source>The comment is not there any more.</source>
        <translation>De reactie is er niet meer.</translation>
    </message>
    <message>
        <source>This packet belongs to no escalation.</source>
        <extracomment>Packets of one tick.</extracomment>
        <translation>Dit pakket hoort bij geen escalatie.</translation>
    </message>
    <message>
        <source>New comments with a date that cannot be: {count} ({some}). They are kept as of the moment at which they were read.</source>
        <extracomment>How many of the newest known comments each poll makes sure of. How many of those that wait for somebody, however old, have their turn in each poll. How long what was deleted may come back, in microseconds, and how many have their turn. How many that were left out then each poll asks for by themselves.</extracomment>
        <translation>Nieuwe reacties met een datum die niet kan: {count} ({some}). Ze zijn bewaard met het moment waarop ze zijn gelezen.</translation>
    </message>
    <message>
        <source>Webcare Desk has a bug in reading this source ({kind}): report it.</source>
        <translation>Webcare Desk heeft een fout bij het lezen van deze bron ({kind}): meld die.</translation>
    </message>
    <message>
        <source>It is left alone until then.</source>
        <extracomment>By this the record of a poll tells a platform&apos;s rest from anything else that went wrong.</extracomment>
        <translation>Tot dan wordt er niets gevraagd.</translation>
    </message>
    <message>
        <source>Known comments that may be there were left out when they were asked for again.</source>
        <translation>Bekende reacties die er nog kunnen zijn ontbraken toen er opnieuw naar werd gevraagd.</translation>
    </message>
    <message>
        <source>Known comments that may be there were left out when they were asked for again: {why}</source>
        <translation>Bekende reacties die er nog kunnen zijn ontbraken toen er opnieuw naar werd gevraagd: {why}</translation>
    </message>
    <message>
        <source>The source has more than {pages} pages; the next poll goes on from there.</source>
        <translation>De bron heeft meer dan {pages} pagina&apos;s; de volgende keer gaat het lezen daar verder.</translation>
    </message>
    <message>
        <source>This desk was put back from a backup: nothing is read until that is confirmed.</source>
        <translation>Deze desk is teruggezet uit een reservekopie: er wordt niets gelezen tot dat bevestigd is.</translation>
    </message>
    <message>
        <source>Changes to the version in force now: {count}. What weakens it stands first, after “!”.</source>
        <translation>Wijzigingen in de versie die nu geldt: {count}. Wat verzwakt staat vooraan, achter “!”.</translation>
    </message>
    <message>
        <source>What it changes cannot be said: this version or the one in force cannot be read.</source>
        <translation>Wat dit verandert is niet te zeggen: deze versie of de geldende is niet te lezen.</translation>
    </message>
    <message>
        <source>Somebody has looked at the way to PV already, or it changed again.</source>
        <translation>Iemand heeft de weg naar PV al bekeken, of die is opnieuw gewijzigd.</translation>
    </message>
</context>
<context>
    <name>SayDialog</name>
    <message>
        <source>Say it in a few words.</source>
        <extracomment>What was said, and what was chosen with it or None, as an act.</extracomment>
        <translation>Zeg het in een paar woorden.</translation>
    </message>
</context>
<context>
    <name>ScreeningBoard</name>
    <message>
        <source>Missed is what a person escalated though screening had not flagged it.</source>
        <translation>Gemist is wat iemand escaleerde terwijl de screening er niets in zag.</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Screening</translation>
    </message>
    <message>
        <source>Missed, and versions</source>
        <translation>Gemist, en versies</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Gemist</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Aandeel</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95%-interval</translation>
    </message>
    <message>
        <source>Learning on or off</source>
        <translation>Leren aan of uit</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>Deze versie gebruiken</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Geen gebruiken</translation>
    </message>
    <message>
        <source>on</source>
        <translation>aan</translation>
    </message>
    <message>
        <source>off</source>
        <translation>uit</translation>
    </message>
    <message>
        <source>Version {number} is in force</source>
        <translation>Versie {number} geldt</translation>
    </message>
    <message>
        <source>Stop learning from decisions?</source>
        <translation>Stoppen met leren van besluiten?</translation>
    </message>
    <message>
        <source>Let the desk learn from each decision?</source>
        <translation>De desk laten leren van elk besluit?</translation>
    </message>
    <message>
        <source>It counts for everybody who works on this desk.</source>
        <translation>Het geldt voor iedereen die op deze desk werkt.</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Stoppen met leren</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Laten leren</translation>
    </message>
    <message>
        <source>Screen by version {number} again?</source>
        <translation>Weer screenen volgens versie {number}?</translation>
    </message>
    <message>
        <source>Screen without what the desk has learnt?</source>
        <translation>Screenen zonder wat de desk heeft geleerd?</translation>
    </message>
    <message>
        <source>It counts for comments that come in from now on, for everybody.</source>
        <translation>Het geldt voor reacties die vanaf nu binnenkomen, voor iedereen.</translation>
    </message>
    <message>
        <source>No version is in force</source>
        <translation>Er geldt geen versie</translation>
    </message>
    <message>
        <source>Version {number} was learnt for another model and is not used</source>
        <translation>Versie {number} is geleerd voor een ander model en wordt niet gebruikt</translation>
    </message>
    <message>
        <source>Learning from decisions</source>
        <translation>Leren van besluiten</translation>
    </message>
    <message>
        <source>Nothing has been escalated yet.</source>
        <translation>Er is nog niets geëscaleerd.</translation>
    </message>
    <message>
        <source>{missed} of {all}</source>
        <translation>{missed} van {all}</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versie {number}</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in gebruik</translation>
    </message>
    <message>
        <source>learnt from comment {number}: a report</source>
        <translation>geleerd van reactie {number}: een melding</translation>
    </message>
    <message>
        <source>learnt from comment {number}: no report</source>
        <translation>geleerd van reactie {number}: geen melding</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>The desk learns from each decision: it moves what the model says a little.</source>
        <translation>De desk leert van elk besluit: het verschuift een beetje wat het model zegt.</translation>
    </message>
    <message>
        <source>The desk does not learn from decisions.</source>
        <translation>De desk leert niet van besluiten.</translation>
    </message>
    <message>
        <source>Model {name}</source>
        <translation>Model {name}</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search, or from:NAME  ( / )</source>
        <translation>Zoek, of van:NAAM  ( / )</translation>
    </message>
    <message>
        <source>Search the comments</source>
        <translation>Zoek in de reacties</translation>
    </message>
    <message>
        <source>from:NAME finds by whom it is; a name with blanks: from:&quot;jan de vries&quot;</source>
        <translation>van:NAAM zoekt op wie het schreef; een naam met spaties: van:&quot;jan de vries&quot;</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>safety report due: {time}</source>
        <translation>veiligheidsmelding uiterlijk: {time}</translation>
    </message>
    <message>
        <source>PV&apos;s answer due: {time}</source>
        <translation>antwoord van PV uiterlijk: {time}</translation>
    </message>
    <message>
        <source>reply due: {time}</source>
        <translation>antwoord uiterlijk: {time}</translation>
    </message>
    <message>
        <source>unclaimed</source>
        <translation>door niemand opgepakt</translation>
    </message>
    <message>
        <source>On its way to PV</source>
        <translation>Onderweg naar PV</translation>
    </message>
    <message>
        <source>Not at PV yet</source>
        <translation>Nog niet bij PV</translation>
    </message>
    <message>
        <source>PV refused it · mend</source>
        <translation>PV weigerde het · herstel</translation>
    </message>
    <message>
        <source>At PV</source>
        <translation>Bij PV</translation>
    </message>
    <message>
        <source>claimed by {name}</source>
        <translation>opgepakt door {name}</translation>
    </message>
    <message>
        <source>PV answers</source>
        <extracomment>More characters than two lines of the widest list hold. What stands before the time that is left for a reply. So many previews keep the lines they were broken into: some screens of them. With less room than this, in pixels with letters of 10 points, the author&apos;s name has it alone. So many pixels of the name stay before a chip says all it can, with letters of 10 points.</extracomment>
        <translation>PV antwoordt</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>{who} made this desk</source>
        <extracomment>What each action says of `{who}`; a test holds this against `actions.ACTIONS`.</extracomment>
        <translation>{who} maakte deze desk</translation>
    </message>
    <message>
        <source>{who} brought comments onto the desk</source>
        <translation>{who} bracht reacties op de desk</translation>
    </message>
    <message>
        <source>{who} found more in it than when it came in</source>
        <translation>{who} vond er meer in dan bij binnenkomst</translation>
    </message>
    <message>
        <source>{who} recorded how a poll ended</source>
        <translation>{who} legde een leesronde vast</translation>
    </message>
    <message>
        <source>{who} looked at the comment</source>
        <translation>{who} bekeek de reactie</translation>
    </message>
    <message>
        <source>{who} claimed the comment</source>
        <translation>{who} pakte de reactie op</translation>
    </message>
    <message>
        <source>{who} let the comment go</source>
        <translation>{who} liet de reactie los</translation>
    </message>
    <message>
        <source>{who} assigned the comment</source>
        <translation>{who} wees de reactie toe</translation>
    </message>
    <message>
        <source>{who} wrote a private note</source>
        <translation>{who} schreef een interne notitie</translation>
    </message>
    <message>
        <source>{who} closed it: {what}</source>
        <translation>{who} sloot af: {what}</translation>
    </message>
    <message>
        <source>{who} opened it again: {what}</source>
        <translation>{who} heeft het heropend: {what}</translation>
    </message>
    <message>
        <source>{who} wrote a reply</source>
        <translation>{who} schreef een antwoord</translation>
    </message>
    <message>
        <source>{who} explained a gap: {what}</source>
        <translation>{who} heeft een gat verklaard: {what}</translation>
    </message>
    <message>
        <source>{who} put the protocol {protocol} in force</source>
        <translation>{who} stelde protocol {protocol} in werking</translation>
    </message>
    <message>
        <source>{who} recorded other settings in desk.toml</source>
        <translation>{who} legde andere instellingen in desk.toml vast</translation>
    </message>
    <message>
        <source>{who} found it moved on its platform</source>
        <translation>{who} zag dat de reactie op het platform is verplaatst</translation>
    </message>
    <message>
        <source>{who} held every comment against another protocol</source>
        <translation>{who} legde elke reactie naast een ander protocol</translation>
    </message>
    <message>
        <source>{who} confirmed a hint</source>
        <translation>{who} bevestigde een aanwijzing</translation>
    </message>
    <message>
        <source>{who} let the desk learn, or stopped it</source>
        <translation>{who} liet de desk leren, of stopte dat</translation>
    </message>
    <message>
        <source>{who} learnt from this decision</source>
        <translation>{who} leerde van dit besluit</translation>
    </message>
    <message>
        <source>{who} chose the correction that screening goes by</source>
        <translation>{who} koos de correctie waarmee de screening werkt</translation>
    </message>
    <message>
        <source>{who} classified it: {what}</source>
        <translation>{who} deelde het in: {what}</translation>
    </message>
    <message>
        <source>{who} asked to hide it or show it again: {what}</source>
        <translation>{who} vroeg het te verbergen of weer te tonen: {what}</translation>
    </message>
    <message>
        <source>{who} asked to delete it on its platform: {what}</source>
        <translation>{who} vroeg het op het platform te verwijderen: {what}</translation>
    </message>
    <message>
        <source>{who} took back what was about to leave</source>
        <translation>{who} haalde terug wat op vertrek stond</translation>
    </message>
    <message>
        <source>{who} let it leave at once</source>
        <translation>{who} liet het meteen vertrekken</translation>
    </message>
    <message>
        <source>{who} began to deliver</source>
        <translation>{who} begon met versturen</translation>
    </message>
    <message>
        <source>{who} delivered it</source>
        <translation>{who} verstuurde het</translation>
    </message>
    <message>
        <source>{who} read it back and found it there</source>
        <translation>{who} las het na en vond het terug</translation>
    </message>
    <message>
        <source>{who} lost the answer and looks it up</source>
        <translation>{who} verloor het antwoord en kijkt het na</translation>
    </message>
    <message>
        <source>{who} could not deliver: {what}</source>
        <translation>{who} kon niet versturen: {what}</translation>
    </message>
    <message>
        <source>{who} let it try again</source>
        <translation>{who} liet het opnieuw proberen</translation>
    </message>
    <message>
        <source>{who} escalated it to PV</source>
        <translation>{who} escaleerde het naar PV</translation>
    </message>
    <message>
        <source>{who} alarmed somebody, for a step is not done: {what}</source>
        <translation>{who} alarmeerde iemand, want een stap is niet gedaan: {what}</translation>
    </message>
    <message>
        <source>{who} did a step of the plan: {what}</source>
        <translation>{who} deed een stap van het plan: {what}</translation>
    </message>
    <message>
        <source>{who} handed the step over</source>
        <translation>{who} droeg de stap over</translation>
    </message>
    <message>
        <source>{who} made another version of the case</source>
        <translation>{who} maakte een nieuwe versie van de zaak</translation>
    </message>
    <message>
        <source>{who} let a version that was kept back go to PV</source>
        <translation>{who} liet een vastgehouden versie naar PV gaan</translation>
    </message>
    <message>
        <source>{who} closed the case</source>
        <translation>{who} sloot de zaak</translation>
    </message>
    <message>
        <source>{who} gave an older case its first version</source>
        <translation>{who} gaf een oudere zaak haar eerste versie</translation>
    </message>
    <message>
        <source>{who} gave an older case the clock of PV&apos;s answer</source>
        <translation>{who} gaf een oudere zaak de klok van het antwoord van PV</translation>
    </message>
    <message>
        <source>{who} alarmed somebody: nobody acted on the case in time</source>
        <translation>{who} waarschuwde iemand: niemand deed op tijd iets met de zaak</translation>
    </message>
    <message>
        <source>{who} brought an acknowledgement of PV&apos;s system</source>
        <translation>{who} bracht een ontvangstbericht van het systeem van PV</translation>
    </message>
    <message>
        <source>{who} found an acknowledgement of PV&apos;s system</source>
        <translation>{who} vond een ontvangstbericht van het systeem van PV</translation>
    </message>
    <message>
        <source>{who} entered and signed what PV answered</source>
        <translation>{who} voerde in wat PV antwoordde en tekende ervoor</translation>
    </message>
    <message>
        <source>{who} compared the cases with PV&apos;s list</source>
        <translation>{who} vergeleek de zaken met de lijst van PV</translation>
    </message>
    <message>
        <source>{who} settled a difference with PV&apos;s list</source>
        <translation>{who} loste een verschil met de lijst van PV op</translation>
    </message>
    <message>
        <source>{who} signed a comparison with PV&apos;s list</source>
        <translation>{who} tekende een vergelijking met de lijst van PV</translation>
    </message>
    <message>
        <source>{who} recorded that PV signed a comparison</source>
        <translation>{who} legde vast dat PV een vergelijking tekende</translation>
    </message>
    <message>
        <source>{who} asked the poster for more</source>
        <translation>{who} vroeg de schrijver om meer</translation>
    </message>
    <message>
        <source>{who} said of two cases whether they are the same one</source>
        <translation>{who} zei van twee zaken of ze dezelfde zijn</translation>
    </message>
    <message>
        <source>{who} alarmed somebody: nobody said in time how asking the poster ended</source>
        <translation>{who} alarmeerde iemand: niemand zei op tijd hoe de vraag aan de schrijver afliep</translation>
    </message>
    <message>
        <source>{who} said how asking the poster ended</source>
        <translation>{who} legde vast hoe het navragen afliep</translation>
    </message>
    <message>
        <source>{who} made the first account</source>
        <translation>{who} maakte het eerste account</translation>
    </message>
    <message>
        <source>{who} added an account</source>
        <translation>{who} voegde een account toe</translation>
    </message>
    <message>
        <source>{who} changed an account&apos;s roles</source>
        <translation>{who} wijzigde de rollen van een account</translation>
    </message>
    <message>
        <source>{who} set a password</source>
        <translation>{who} stelde een wachtwoord in</translation>
    </message>
    <message>
        <source>{who} logged in</source>
        <translation>{who} logde in</translation>
    </message>
    <message>
        <source>{who} saw a wrong password</source>
        <translation>{who} zag een fout wachtwoord</translation>
    </message>
    <message>
        <source>{who} logs in with a code from now on</source>
        <translation>{who} logt voortaan in met een code</translation>
    </message>
    <message>
        <source>{who} looked at the other way to PV</source>
        <translation>{who} bekeek de gewijzigde weg naar PV</translation>
    </message>
    <message>
        <source>{who} could not hand over a head of the log</source>
        <translation>{who} kon een hoofd van het logboek niet overdragen</translation>
    </message>
    <message>
        <source>{who} kept a head of the log that somebody brought back</source>
        <translation>{who} bewaarde een hoofd van het logboek dat iemand terugbracht</translation>
    </message>
    <message>
        <source>{who} ended a session that was still open when the program was stopped</source>
        <translation>{who} beëindigde een sessie die nog open was toen het programma werd gestopt</translation>
    </message>
    <message>
        <source>{who} began the training test</source>
        <translation>{who} begon aan de trainingstoets</translation>
    </message>
    <message>
        <source>{who} put a legal hold on it</source>
        <translation>{who} legde een bewaarplicht op</translation>
    </message>
    <message>
        <source>{who} lifted the legal hold</source>
        <translation>{who} hief de bewaarplicht op</translation>
    </message>
    <message>
        <source>{who} exported entries of the log</source>
        <translation>{who} heeft regels van het logboek uitgevoerd</translation>
    </message>
    <message>
        <source>{who} put a backup back, and what an account lost since was taken again</source>
        <translation>{who} zette een reservekopie terug, en wat een account sindsdien kwijtraakte is weer afgenomen</translation>
    </message>
    <message>
        <source>{who} put a backup back, and a password that was replaced since ended</source>
        <translation>{who} zette een reservekopie terug, en een wachtwoord dat sindsdien vervangen is, geldt niet meer</translation>
    </message>
    <message>
        <source>{who} put a backup back, and the legal hold that was set since</source>
        <translation>{who} zette een reservekopie terug, met de bewaarplicht die sindsdien was opgelegd</translation>
    </message>
    <message>
        <source>{who} left what the program had noticed: it is no deviation</source>
        <translation>{who} liet staan wat het programma had opgemerkt: het is geen afwijking</translation>
    </message>
    <message>
        <source>{who} saw a login that nobody has</source>
        <extracomment>The same act, told by what was tried; of old entries it is not known.</extracomment>
        <translation>{who} zag een inlognaam die niemand heeft</translation>
    </message>
    <message>
        <source>{who} saw a code that was used before</source>
        <translation>{who} zag een code die al eens gebruikt was</translation>
    </message>
    <message>
        <source>{who} saw a try at an account that had to wait</source>
        <translation>{who} zag een poging voor een account dat moest wachten</translation>
    </message>
    <message>
        <source>{who} saw a wrong login or password for a signature</source>
        <translation>{who} zag een foute inlognaam of een fout wachtwoord voor een handtekening</translation>
    </message>
    <message>
        <source>{who} saw the right password, and a wrong code</source>
        <translation>{who} zag het juiste wachtwoord, en een foute code</translation>
    </message>
    <message>
        <source>{who} read the comment beside comment {beside}</source>
        <extracomment>The same act, where the comment stood on the screen of another one.</extracomment>
        <translation>{who} las de reactie naast reactie {beside}</translation>
    </message>
    <message>
        <source>the list of comments</source>
        <translation>de lijst met reacties</translation>
    </message>
    <message>
        <source>what a search found</source>
        <translation>wat een zoekopdracht vond</translation>
    </message>
    <message>
        <source>supervision</source>
        <translation>toezicht</translation>
    </message>
    <message>
        <source>the audit log</source>
        <translation>het auditlogboek</translation>
    </message>
    <message>
        <source>sources and gaps</source>
        <translation>bronnen en gaten</translation>
    </message>
    <message>
        <source>people</source>
        <translation>mensen</translation>
    </message>
    <message>
        <source>the protocol</source>
        <translation>het protocol</translation>
    </message>
    <message>
        <source>the register of cases</source>
        <translation>het register van zaken</translation>
    </message>
    <message>
        <source>an export of the register of cases</source>
        <translation>een export van het register van zaken</translation>
    </message>
    <message>
        <source>an export of our list for PV</source>
        <translation>een export van onze lijst voor PV</translation>
    </message>
    <message>
        <source>a case of the register</source>
        <translation>een zaak van het register</translation>
    </message>
    <message>
        <source>what PV reads of a case</source>
        <translation>wat PV van een zaak leest</translation>
    </message>
    <message>
        <source>answers to ask PV about</source>
        <translation>antwoorden om na te vragen bij PV</translation>
    </message>
    <message>
        <source>an export of a case</source>
        <translation>een export van een zaak</translation>
    </message>
    <message>
        <source>what came with an answer of PV</source>
        <translation>wat bij een antwoord van PV zat</translation>
    </message>
    <message>
        <source>what was frozen of a comment</source>
        <translation>wat van een reactie is vastgelegd</translation>
    </message>
    <message>
        <source>a test of the protocol</source>
        <translation>een test van het protocol</translation>
    </message>
    <message>
        <source>the periodic review</source>
        <translation>de periodieke beoordeling</translation>
    </message>
    <message>
        <source>reviews of the log</source>
        <translation>controles van het auditlogboek</translation>
    </message>
    <message>
        <source>what waits for a second person</source>
        <translation>wat op een tweede persoon wacht</translation>
    </message>
    <message>
        <source>the quality check</source>
        <translation>de kwaliteitscontrole</translation>
    </message>
    <message>
        <source>deviations</source>
        <translation>afwijkingen</translation>
    </message>
    <message>
        <source>who is online</source>
        <translation>wie er online is</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>de dekking</translation>
    </message>
    <message>
        <source>how screening does</source>
        <translation>hoe de screening het doet</translation>
    </message>
    <message>
        <source>the reconciliation with PV&apos;s list</source>
        <translation>de vergelijking met de lijst van PV</translation>
    </message>
    <message>
        <source>{who} found that PV&apos;s system refused the report</source>
        <extracomment>What PV&apos;s system said, where it was no plain yes.</extracomment>
        <translation>{who} zag dat het systeem van PV de melding weigerde</translation>
    </message>
    <message>
        <source>{who} found that PV&apos;s system contradicts its answer before: ask PV</source>
        <translation>{who} zag dat het systeem van PV zijn eerdere antwoord tegenspreekt: vraag PV</translation>
    </message>
    <message>
        <source>{who} found that PV&apos;s system gave another number than before: ask PV</source>
        <translation>{who} zag dat het systeem van PV een ander nummer gaf dan eerder: vraag PV</translation>
    </message>
    <message>
        <source>{who} looked for answers of PV; cannot be read: {count}</source>
        <extracomment>What `Meaning.UNREADABLE` is in the log; `case_version` stays off the start path. A visit that found what cannot be read, and each of those.</extracomment>
        <translation>{who} zocht naar antwoorden van PV; niet te lezen: {count}</translation>
    </message>
    <message>
        <source>{who} found an answer of PV that cannot be read</source>
        <translation>{who} vond een antwoord van PV dat niet te lezen is</translation>
    </message>
    <message>
        <source>{who} found a mail of PV about a case, for a person to read</source>
        <translation>{who} vond een mail van PV over een zaak, die iemand moet lezen</translation>
    </message>
    <message>
        <source>{who} dropped an account&apos;s codes</source>
        <translation>{who} nam de codes van een account weg</translation>
    </message>
    <message>
        <source>{who} looked at an alert</source>
        <translation>{who} bekeek een waarschuwing</translation>
    </message>
    <message>
        <source>{who}: the window locked</source>
        <translation>{who}: het venster ging op slot</translation>
    </message>
    <message>
        <source>{who} unlocked the window</source>
        <translation>{who} haalde het venster van slot</translation>
    </message>
    <message>
        <source>{who} made the head of the log ready for somebody else</source>
        <translation>{who} maakte het hoofd van het logboek klaar voor een ander</translation>
    </message>
    <message>
        <source>{who} drew the frozen original</source>
        <translation>{who} maakte een afbeelding van het bevroren origineel</translation>
    </message>
    <message>
        <source>{who} looked for answers of PV</source>
        <translation>{who} keek of PV heeft geantwoord</translation>
    </message>
    <message>
        <source>{who} gave the head of the log to another</source>
        <translation>{who} gaf het hoofd van het logboek aan een ander</translation>
    </message>
    <message>
        <source>{who} ended somebody else&apos;s session</source>
        <translation>{who} beëindigde de sessie van iemand anders</translation>
    </message>
    <message>
        <source>{who} looked at: {what}</source>
        <translation>{who} bekeek: {what}</translation>
    </message>
    <message>
        <source>{who} changed the rules for entering</source>
        <translation>{who} wijzigde de regels voor het inloggen</translation>
    </message>
    <message>
        <source>{who} changed the rules for training</source>
        <translation>{who} wijzigde de regels voor de training</translation>
    </message>
    <message>
        <source>{who} took the training test: {what}</source>
        <translation>{who} maakte de trainingstoets: {what}</translation>
    </message>
    <message>
        <source>{who} vouched for somebody&apos;s training</source>
        <translation>{who} stond in voor iemands training</translation>
    </message>
    <message>
        <source>{who} logged out</source>
        <translation>{who} logde uit</translation>
    </message>
    <message>
        <source>{who} signed a record</source>
        <translation>{who} ondertekende een vastlegging</translation>
    </message>
    <message>
        <source>{who} locked the screen</source>
        <translation>{who} vergrendelde het scherm</translation>
    </message>
    <message>
        <source>{who} asked for a second person&apos;s approval</source>
        <translation>{who} vroeg om goedkeuring van een tweede persoon</translation>
    </message>
    <message>
        <source>{who} approved a request</source>
        <translation>{who} keurde een aanvraag goed</translation>
    </message>
    <message>
        <source>{who} declined a request</source>
        <translation>{who} wees een aanvraag af</translation>
    </message>
    <message>
        <source>{who} erased personal data</source>
        <translation>{who} wiste persoonsgegevens</translation>
    </message>
    <message>
        <source>{who} removed what erased text had left</source>
        <translation>{who} verwijderde wat gewiste tekst had achtergelaten</translation>
    </message>
    <message>
        <source>{who} withdrew a request</source>
        <translation>{who} trok een aanvraag in</translation>
    </message>
    <message>
        <source>{who} gave the log a new key</source>
        <translation>{who} gaf het logboek een nieuwe sleutel</translation>
    </message>
    <message>
        <source>{who} went on after a fork of the log</source>
        <translation>{who} ging verder na een splitsing van het logboek</translation>
    </message>
    <message>
        <source>{who} made a backup</source>
        <translation>{who} maakte een reservekopie</translation>
    </message>
    <message>
        <source>{who} put a backup back</source>
        <translation>{who} zette een reservekopie terug</translation>
    </message>
    <message>
        <source>{who} recorded late what was passed to PV by hand</source>
        <translation>{who} legde achteraf vast wat met de hand aan PV is doorgegeven</translation>
    </message>
    <message>
        <source>{who} let the desk go on after a backup</source>
        <translation>{who} liet de desk na een reservekopie verdergaan</translation>
    </message>
    <message>
        <source>{who} began a review of the log</source>
        <translation>{who} begon een controle van het logboek</translation>
    </message>
    <message>
        <source>{who} judged an entry of a review</source>
        <translation>{who} beoordeelde een regel van een controle</translation>
    </message>
    <message>
        <source>{who} concluded and signed a review</source>
        <translation>{who} sloot een controle af en ondertekende die</translation>
    </message>
    <message>
        <source>{who} drew decisions to be checked</source>
        <translation>{who} trok besluiten om te laten nakijken</translation>
    </message>
    <message>
        <source>{who} checked the decision about it</source>
        <translation>{who} keek het besluit erover na</translation>
    </message>
    <message>
        <source>{who} opened a deviation</source>
        <translation>{who} opende een afwijking</translation>
    </message>
    <message>
        <source>{who} named the cause of a deviation</source>
        <translation>{who} noemde de oorzaak van een afwijking</translation>
    </message>
    <message>
        <source>{who} named a measure</source>
        <translation>{who} noemde een maatregel</translation>
    </message>
    <message>
        <source>{who} reported a measure as done</source>
        <translation>{who} meldde een maatregel als uitgevoerd</translation>
    </message>
    <message>
        <source>{who} said whether the measures worked</source>
        <translation>{who} zei of de maatregelen hielpen</translation>
    </message>
    <message>
        <source>{who} closed and signed a deviation</source>
        <translation>{who} sloot een afwijking en ondertekende die</translation>
    </message>
    <message>
        <source>{who} asked to hide it: {what}</source>
        <extracomment>The same act, told by what was asked for.</extracomment>
        <translation>{who} vroeg het te verbergen: {what}</translation>
    </message>
    <message>
        <source>{who} asked to show it again: {what}</source>
        <translation>{who} vroeg het weer te tonen: {what}</translation>
    </message>
    <message>
        <source>{who} closed it without every step of its plan: {what}</source>
        <extracomment>The same act, where steps of the plan were left out.</extracomment>
        <translation>{who} sloot het zonder alle stappen van het plan: {what}</translation>
    </message>
    <message>
        <source>{who} escalated it to PV, and the complaint to quality</source>
        <extracomment>The same acts, where they tell the quality department too.</extracomment>
        <translation>{who} escaleerde het naar PV, en de klacht naar kwaliteit</translation>
    </message>
    <message>
        <source>{who} delivered the complaint to quality</source>
        <translation>{who} bezorgde de klacht bij kwaliteit</translation>
    </message>
    <message>
        <source>{who} could not deliver the complaint to quality: {what}</source>
        <translation>{who} kon de klacht niet bij kwaliteit bezorgen: {what}</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Het programma</translation>
    </message>
    <message>
        <source>A former account</source>
        <translation>Een vroeger account</translation>
    </message>
    <message>
        <source>{step}, late</source>
        <translation>{step}, te laat</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>geslaagd</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>niet geslaagd</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>I wrote this</source>
        <translation>Ik heb dit geschreven</translation>
    </message>
    <message>
        <source>I reviewed this</source>
        <translation>Ik heb dit beoordeeld</translation>
    </message>
    <message>
        <source>I approve this</source>
        <translation>Ik keur dit goed</translation>
    </message>
    <message>
        <source>I checked the quality of this</source>
        <translation>Ik heb de kwaliteit hiervan nagekeken</translation>
    </message>
    <message>
        <source>I take responsibility for this</source>
        <translation>Ik neem hiervoor de verantwoordelijkheid</translation>
    </message>
    <message>
        <source>I ask for this erasure</source>
        <translation>Ik vraag om dit te wissen</translation>
    </message>
    <message>
        <source>I approve this erasure</source>
        <translation>Ik keur dit wissen goed</translation>
    </message>
    <message>
        <source>I approve this restore</source>
        <translation>Ik keur dit terugzetten goed</translation>
    </message>
    <message>
        <source>I approve going on with another log</source>
        <translation>Ik keur goed dat we met een ander logboek verdergaan</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Ondertekenen</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Ondertekend door</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tijd</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Inlognaam</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Betekenis</translation>
    </message>
    <message>
        <source>Your signature stands under exactly what is shown; it moves to nothing else.</source>
        <translation>Je handtekening staat onder precies wat hier te zien is, en onder niets anders.</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>Wat wordt ondertekend</translation>
    </message>
</context>
<context>
    <name>Signed</name>
    <message>
        <source>Signed by {name} ({role})</source>
        <translation>Ondertekend door {name} ({role})</translation>
    </message>
    <message>
        <source>Meaning: “{words}”</source>
        <translation>Betekenis: “{words}”</translation>
    </message>
    <message>
        <source>Time: {time}</source>
        <translation>Tijd: {time}</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>A further source</source>
        <extracomment>What a field says while it is empty, which is not wrong yet.</extracomment>
        <translation>Nog een bron</translation>
    </message>
    <message>
        <source>The source “{name}”</source>
        <translation>De bron “{name}”</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Gebruiker</translation>
    </message>
    <message>
        <source>Application password</source>
        <translation>Applicatiewachtwoord</translation>
    </message>
    <message>
        <source>On WordPress it is made under Users, Profile, Application Passwords. Let the account moderate, as an editor does.</source>
        <translation>In WordPress maak je het onder Gebruikers, Profiel, Applicatiewachtwoorden. Laat het account modereren, zoals een redacteur doet.</translation>
    </message>
    <message>
        <source>leave empty to keep it</source>
        <translation>laat leeg om het te houden</translation>
    </message>
    <message>
        <source>This name was read at {address}. If the site has moved, it is read anew; a site with other comments is another source and needs another name.</source>
        <translation>Deze naam werd gelezen op {address}. Is de site verhuisd, dan wordt ze opnieuw gelezen; een site met andere reacties is een andere bron en heeft een andere naam nodig.</translation>
    </message>
    <message>
        <source>Type the password for this address and user too.</source>
        <translation>Typ ook het wachtwoord voor dit adres en deze gebruiker.</translation>
    </message>
</context>
<context>
    <name>SourceKinds</name>
    <message>
        <source>WordPress</source>
        <translation>WordPress</translation>
    </message>
    <message>
        <source>Demo community</source>
        <translation>Democommunity</translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>Sources</source>
        <extracomment>The widths of the columns; the address takes the rest.</extracomment>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Toevoegen…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Verwijderen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove the source “{name}”?</source>
        <translation>De bron “{name}” verwijderen?</translation>
    </message>
    <message>
        <source>It is not read any more, and what still waits to be sent there cannot leave. Its comments stay on this desk. Its password leaves the keyring.</source>
        <translation>Ze wordt niet meer gelezen, en wat daar nog naartoe moet, kan niet meer weg. Haar reacties blijven op deze desk. Haar wachtwoord gaat uit de sleutelbos.</translation>
    </message>
    <message>
        <source>within a minute</source>
        <translation>binnen een minuut</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>nog niet</translation>
    </message>
    <message>
        <source>The demo reads its own community; a desk of your own is set up here.</source>
        <translation>De demo leest haar eigen community; een desk van jezelf richt je hier in.</translation>
    </message>
    <message>
        <source>No source is read yet: add the first one.</source>
        <translation>Er wordt nog geen bron gelezen: voeg de eerste toe.</translation>
    </message>
    <message>
        <source>They stand in desk.toml, their passwords in the keyring of this computer.</source>
        <translation>Ze staan in desk.toml, hun wachtwoorden in de sleutelbos van deze computer.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Gebruiker</translation>
    </message>
    <message>
        <source>Last poll</source>
        <translation>Laatst gelezen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message>
        <source>event</source>
        <translation>voorval</translation>
    </message>
    <message>
        <source>product</source>
        <translation>product</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persoon</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>aanwijzing</translation>
    </message>
    <message>
        <source>wording</source>
        <translation>bewoording</translation>
    </message>
    <message>
        <source>negated</source>
        <translation>ontkend</translation>
    </message>
    <message>
        <source>hypothetical</source>
        <translation>hypothetisch</translation>
    </message>
    <message>
        <source>in a question</source>
        <translation>in een vraag</translation>
    </message>
    <message>
        <source>about somebody else</source>
        <translation>over iemand anders</translation>
    </message>
    <message>
        <source>in the past</source>
        <translation>in het verleden</translation>
    </message>
    <message>
        <source>a benefit</source>
        <translation>een goede werking</translation>
    </message>
    <message>
        <source>what a medicine is taken for</source>
        <translation>waarvoor een middel is</translation>
    </message>
    <message>
        <source>from the comment it answers</source>
        <translation>uit de reactie waarop dit antwoordt</translation>
    </message>
    <message>
        <source>matched after de-obfuscation</source>
        <translation>herkend na ontcijfering</translation>
    </message>
    <message>
        <source>with a typo</source>
        <translation>met een tikfout</translation>
    </message>
    <message>
        <source>weighed most with the model</source>
        <translation>woog het zwaarst bij het model</translation>
    </message>
</context>
<context>
    <name>StandingTab</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Only who holds a valid certificate may reply and close; all may escalate</source>
        <translation>Alleen wie een geldig certificaat heeft mag antwoorden en sluiten; iedereen mag escaleren</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>Regels opslaan</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>nog %n dag</numerusform>
            <numerusform>nog %n dagen</numerusform>
        </translation>
    </message>
    <message>
        <source>over</source>
        <translation>voorbij</translation>
    </message>
    <message>
        <source>Recognising reports</source>
        <translation>Meldingen herkennen</translation>
    </message>
    <message>
        <source>vouched for</source>
        <translation>ingestaan</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>geldig</translation>
    </message>
    <message>
        <source>ends soon</source>
        <translation>loopt bijna af</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>verlopen</translation>
    </message>
    <message>
        <source>no certificate</source>
        <translation>geen certificaat</translation>
    </message>
    <message>
        <source>{count} of {all} people who reply have no valid certificate.</source>
        <translation>{count} van de {all} mensen die antwoorden hebben geen geldig certificaat.</translation>
    </message>
    <message>
        <source>Until they pass the test they can only read, note and escalate.</source>
        <translation>Totdat zij de toets halen, kunnen ze alleen lezen, notities maken en escaleren.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Opgeslagen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Cursus</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Resteert</translation>
    </message>
    <message>
        <source>Pass mark (%)</source>
        <translation>Slaaggrens (%)</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Valid for (days)</source>
        <translation>Geldig (dagen)</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The desk is closed, but its last backup could not be made.</source>
        <translation>De desk is gesloten, maar de laatste reservekopie kon niet worden gemaakt.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{sheet} keys · {palette} all commands</source>
        <extracomment>A backup older than this while the window is open did not work, in microseconds.</extracomment>
        <translation>{sheet} toetsen · {palette} alle opdrachten</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Nog niet gelezen</translation>
    </message>
    <message>
        <source>Read at {time}</source>
        <translation>Gelezen om {time}</translation>
    </message>
    <message>
        <source>No connection since before {time}</source>
        <translation>Sinds vóór {time} geen verbinding</translation>
    </message>
    <message numerus="yes">
        <source>Log: %n entry(s)</source>
        <translation>
            <numerusform>Logboek: %n regel</numerusform>
            <numerusform>Logboek: %n regels</numerusform>
        </translation>
    </message>
    <message>
        <source>{entries} not yet with others ({age})</source>
        <translation>{entries} nog bij niemand anders ({age})</translation>
    </message>
    <message>
        <source>No backup is there</source>
        <translation>Er is geen reservekopie</translation>
    </message>
    <message>
        <source>Backup at {time} ({since})</source>
        <translation>Reservekopie om {time} ({since})</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Was this done?</source>
        <translation>Is dit gedaan?</translation>
    </message>
    <message>
        <source>Record as done</source>
        <translation>Leg vast als gedaan</translation>
    </message>
    <message>
        <source>Needed: {what}</source>
        <translation>Nodig: {what}</translation>
    </message>
    <message>
        <source>What was done (may stay empty)</source>
        <translation>Wat er is gedaan (mag leeg blijven)</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Needed: {what}</source>
        <translation>Nodig: {what}</translation>
    </message>
    <message>
        <source>This was done…</source>
        <translation>Dit is gedaan…</translation>
    </message>
    <message>
        <source>Record as done: {title}</source>
        <translation>Leg vast als gedaan: {title}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Straks</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>nog {left}</translation>
    </message>
    <message>
        <source>Within {hours} h of the first look, then {deputy}</source>
        <translation>Binnen {hours} u na de eerste blik, daarna {deputy}</translation>
    </message>
    <message>
        <source>{left}: it passes to {deputy}</source>
        <translation>{left}: gaat over naar {deputy}</translation>
    </message>
    <message>
        <source>{left} left, then {deputy}</source>
        <translation>nog {left}, daarna {deputy}</translation>
    </message>
    <message>
        <source>In the protocol: {title}</source>
        <translation>In het protocol: {title}</translation>
    </message>
    <message>
        <source>Done  ·  {who}, {time}</source>
        <translation>Gedaan  ·  {who}, {time}</translation>
    </message>
    <message>
        <source>Done late  ·  {who}, {time}</source>
        <translation>Te laat gedaan  ·  {who}, {time}</translation>
    </message>
    <message>
        <source>Done in time  ·  {who}, {time}</source>
        <translation>Op tijd gedaan  ·  {who}, {time}</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Rij</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categorie</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Zichtbaarheid</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Toegewezen aan</translation>
    </message>
    <message>
        <source>Day zero</source>
        <translation>Dag nul</translation>
    </message>
    <message>
        <source>PV must know by</source>
        <translation>PV moet het weten vóór</translation>
    </message>
    <message>
        <source>PV answers by</source>
        <extracomment>What its clock is called once the report has left.</extracomment>
        <translation>PV antwoordt uiterlijk</translation>
    </message>
    <message>
        <source>The story of comment {number}</source>
        <translation>Het verhaal van reactie {number}</translation>
    </message>
    <message>
        <source>The clock had gone back before this.</source>
        <translation>De klok was hiervoor teruggegaan.</translation>
    </message>
    <message>
        <source>Because: {why}</source>
        <translation>Omdat: {why}</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>The comment of {author}</source>
        <extracomment>The finding that a person chose stands here: let it be seen.</extracomment>
        <translation>De reactie van {author}</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Meer tonen</translation>
    </message>
    <message>
        <source>Edited: show the change</source>
        <translation>Bewerkt: wijziging tonen</translation>
    </message>
    <message>
        <source>Part {number} of {all}</source>
        <translation>Deel {number} van {all}</translation>
    </message>
    <message>
        <source>Hide the change</source>
        <translation>Wijziging verbergen</translation>
    </message>
    <message>
        <source>Seen {time}</source>
        <translation>Gezien {time}</translation>
    </message>
    <message>
        <source>What the edit changed</source>
        <translation>Wat de bewerking veranderde</translation>
    </message>
</context>
<context>
    <name>SupervisionWindow</name>
    <message>
        <source>The periodic review is in {file}.</source>
        <translation>De periodieke beoordeling staat in {file}.</translation>
    </message>
    <message>
        <source>Periodic review…</source>
        <extracomment>A comment is to be shown in the main window.</extracomment>
        <translation>Periodieke beoordeling…</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>Toezicht</translation>
    </message>
</context>
<context>
    <name>TakeListDialog</name>
    <message>
        <source>Column of our number</source>
        <translation>Kolom met ons nummer</translation>
    </message>
    <message>
        <source>Column of the link</source>
        <translation>Kolom met de link</translation>
    </message>
    <message>
        <source>Column of the text</source>
        <translation>Kolom met de tekst</translation>
    </message>
    <message>
        <source>Column of its SHA-256</source>
        <translation>Kolom met de SHA-256 ervan</translation>
    </message>
    <message>
        <source>Column of PV&apos;s number</source>
        <translation>Kolom met het nummer van PV</translation>
    </message>
    <message>
        <source>Column of what PV decided</source>
        <translation>Kolom met het oordeel van PV</translation>
    </message>
    <message>
        <source>Take in PV&apos;s list</source>
        <translation>Lijst van PV inlezen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijken</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <extracomment>What was compared: the rows of the file that could not be read.</extracomment>
        <translation>Bestand kiezen…</translation>
    </message>
    <message>
        <source>PV&apos;s list (CSV or JSON Lines)</source>
        <translation>Lijst van PV (CSV of JSON Lines)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>niet in de lijst</translation>
    </message>
    <message>
        <source>Choose the file first.</source>
        <translation>Kies eerst het bestand.</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.jsonl);;Any file (*)</source>
        <translation>Lijsten (*.csv *.txt *.jsonl);;Elk bestand (*)</translation>
    </message>
</context>
<context>
    <name>TemplateChooser</name>
    <message>
        <source>Search the templates</source>
        <translation>Zoek in de sjablonen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Sjablonen</translation>
    </message>
    <message>
        <source>★ {title} — recommended</source>
        <translation>★ {title} — aanbevolen</translation>
    </message>
</context>
<context>
    <name>TestScreen</name>
    <message>
        <source>Leave the test</source>
        <extracomment>The person leaves. The log says that the test was begun, and what came of it only at its end.</extracomment>
        <translation>Toets verlaten</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message>
        <source>Comment {number} of {count}</source>
        <translation>Reactie {number} van {count}</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Goed.</translation>
    </message>
    <message>
        <source>No: {answer}.</source>
        <translation>Nee: {answer}.</translation>
    </message>
    <message>
        <source>Finish (Enter)</source>
        <translation>Afronden (Enter)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Volgende (Enter)</translation>
    </message>
    <message>
        <source>{right} of {count} right</source>
        <translation>{right} van de {count} goed</translation>
    </message>
    <message>
        <source>The test has {count} questions by now: take it again.</source>
        <translation>De toets heeft inmiddels {count} vragen: maak de toets opnieuw.</translation>
    </message>
    <message>
        <source>Not passed: {percent} % is needed. Take the test again when you like.</source>
        <translation>Niet geslaagd: {percent} % is nodig. Maak de toets opnieuw wanneer je wilt.</translation>
    </message>
    <message>
        <source>Passed. Your certificate holds until {time}.</source>
        <translation>Geslaagd. Je certificaat geldt tot {time}.</translation>
    </message>
    <message>
        <source>Back to the desk (Enter)</source>
        <translation>Terug naar de desk (Enter)</translation>
    </message>
    <message>
        <source>Training test</source>
        <translation>Trainingstoets</translation>
    </message>
    <message>
        <source>The comment</source>
        <translation>De reactie</translation>
    </message>
    <message>
        <source>How far you are</source>
        <translation>Hoe ver je bent</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Thread</source>
        <extracomment>How many posts of each kind are shown before a person asks for more. How many more one press brings: each is a widget, and hundreds at once would stop the window.</extracomment>
        <translation>Gesprek</translation>
    </message>
    <message numerus="yes">
        <source>%n more comment(s) of this thread are not shown here</source>
        <translation>
            <numerusform>Nog %n reactie uit dit gesprek staat hier niet</numerusform>
            <numerusform>Nog %n reacties uit dit gesprek staan hier niet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n other comment(s) of the thread</source>
        <translation>
            <numerusform>Nog %n andere reactie uit het gesprek tonen</numerusform>
            <numerusform>Nog %n andere reacties uit het gesprek tonen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier comment(s)</source>
        <translation>
            <numerusform>Nog %n eerdere reactie tonen</numerusform>
            <numerusform>Nog %n eerdere reacties tonen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more answer(s)</source>
        <translation>
            <numerusform>Nog %n antwoord tonen</numerusform>
            <numerusform>Nog %n antwoorden tonen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{said}: from {old} to {new}</source>
        <translation>{said}: van {old} naar {new}</translation>
    </message>
    <message>
        <source>… {count} more by the program</source>
        <translation>… nog {count} door het programma</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Reply held for {seconds} s</source>
        <translation>Antwoord nog {seconds} s vastgehouden</translation>
    </message>
    <message>
        <source>Hiding held for {seconds} s</source>
        <translation>Verbergen nog {seconds} s vastgehouden</translation>
    </message>
    <message>
        <source>Showing again held for {seconds} s</source>
        <translation>Weer tonen nog {seconds} s vastgehouden</translation>
    </message>
    <message>
        <source>Deletion held for {seconds} s</source>
        <translation>Verwijderen nog {seconds} s vastgehouden</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>The delivery that was called back.</extracomment>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Undone: nothing was sent.</source>
        <translation>Teruggehaald: er is niets verstuurd.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>No safety deadline</source>
        <translation>Geen veiligheidstermijn</translation>
    </message>
    <message>
        <source>Next safety report: {time}</source>
        <translation>Volgende veiligheidsmelding: {time}</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>nog niet gelezen</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gat</numerusform>
            <numerusform>%n gaten</numerusform>
        </translation>
    </message>
    <message>
        <source>Source {text}</source>
        <translation>Bron {text}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Forward to PV: an event or a special situation</source>
        <extracomment>The answers in the order of their keys.</extracomment>
        <translation>Door naar PV: een voorval of bijzondere situatie</translation>
    </message>
    <message>
        <source>A product complaint; nothing happened to anybody</source>
        <translation>Een productklacht; er is niemand iets overkomen</translation>
    </message>
    <message>
        <source>No report</source>
        <translation>Geen melding</translation>
    </message>
</context>
<context>
    <name>TrialBar</name>
    <message>
        <source>Test</source>
        <extracomment>How long an answer is waited for, in milliseconds; a worker ends by itself a little later. The button was pressed while no trial is under way: whoever owns the bar begins one.</extracomment>
        <translation>Testen</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>De test is gestopt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Logging in…</source>
        <translation>Bezig met inloggen…</translation>
    </message>
    <message>
        <source>There was no answer within {seconds} seconds.</source>
        <translation>Er kwam geen antwoord binnen {seconds} seconden.</translation>
    </message>
    <message>
        <source>“{site}”</source>
        <translation>“{site}”</translation>
    </message>
    <message>
        <source>the site</source>
        <translation>de site</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) of {site} can be read</source>
        <translation>
            <numerusform>%n reactie van {site} is leesbaar</numerusform>
            <numerusform>%n reacties van {site} zijn leesbaar</numerusform>
        </translation>
    </message>
    <message>
        <source>It works: {read}, and the account may moderate.</source>
        <translation>Het werkt: {read}, en het account mag modereren.</translation>
    </message>
    <message>
        <source>{read}, but the account may not moderate: what waits for approval is not seen. Let it moderate on the site, as an editor does.</source>
        <translation>{read}, maar het account mag niet modereren: wat op goedkeuring wacht, wordt niet gezien. Laat het op de site modereren, zoals een redacteur doet.</translation>
    </message>
</context>
<context>
    <name>TwoPersonsDialog</name>
    <message>
        <source>This takes two persons</source>
        <translation>Hiervoor zijn twee personen nodig</translation>
    </message>
    <message>
        <source>Go on to sign</source>
        <translation>Verder om te tekenen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>You sign the request. Somebody else approves it under Supervision, Approvals; then do the same here once more.</source>
        <translation>Je ondertekent de aanvraag. Iemand anders keurt haar goed onder Toezicht, Goedkeuringen; doe daarna hier nog eens hetzelfde.</translation>
    </message>
    <message>
        <source>Sign the request</source>
        <translation>De aanvraag ondertekenen</translation>
    </message>
</context>
<context>
    <name>Unread</name>
    <message>
        <source>No source is set up: nothing is read.</source>
        <translation>Er is geen bron ingesteld: er wordt niets gelezen.</translation>
    </message>
    <message>
        <source>No source has been read yet.</source>
        <translation>Er is nog geen bron gelezen.</translation>
    </message>
</context>
<context>
    <name>Which</name>
    <message>
        <source>not chosen: in the narrative alone</source>
        <extracomment>The words and the place among them that were chosen: a choice outlives a word half typed.</extracomment>
        <translation>niet gekozen: alleen in het verhaal</translation>
    </message>
</context>
<context>
    <name>Whose</name>
    <message>
        <source>PV of {sponsor}: {way}</source>
        <translation>PV van {sponsor}: {way}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Crisis</source>
        <translation>Crisis</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Veiligheid</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Kwaliteit</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Overig</translation>
    </message>
    <message>
        <source>Waiting for PV</source>
        <translation>Wacht op PV</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Adverse event</source>
        <translation>Bijwerking</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>Zwangerschap</translation>
    </message>
    <message>
        <source>Overdose</source>
        <translation>Overdosis</translation>
    </message>
    <message>
        <source>Medication error</source>
        <translation>Medicatiefout</translation>
    </message>
    <message>
        <source>Misuse</source>
        <translation>Verkeerd gebruik</translation>
    </message>
    <message>
        <source>Abuse</source>
        <translation>Misbruik</translation>
    </message>
    <message>
        <source>Exposure at work</source>
        <translation>Blootstelling op het werk</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>Wisselwerking</translation>
    </message>
    <message>
        <source>Infection</source>
        <translation>Infectie</translation>
    </message>
    <message>
        <source>Counterfeit</source>
        <translation>Vervalsing</translation>
    </message>
    <message>
        <source>Past its expiry date</source>
        <translation>Over de datum</translation>
    </message>
    <message>
        <source>Lack of effect</source>
        <translation>Geen effect</translation>
    </message>
    <message>
        <source>Off-label use</source>
        <translation>Off-label gebruik</translation>
    </message>
    <message>
        <source>Product quality</source>
        <translation>Productkwaliteit</translation>
    </message>
    <message>
        <source>Other safety information</source>
        <translation>Overige veiligheidsinformatie</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>Nakijken</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Persoonsgegevens</translation>
    </message>
    <message>
        <source>Misinformation</source>
        <translation>Onjuiste informatie</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Klacht</translation>
    </message>
    <message>
        <source>Medical question</source>
        <translation>Medische vraag</translation>
    </message>
    <message>
        <source>Request for information</source>
        <translation>Vraag om informatie</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Bedankje</translation>
    </message>
    <message>
        <source>No signal found</source>
        <translation>Geen signaal gevonden</translation>
    </message>
    <message>
        <source>Strong signal</source>
        <translation>Sterk signaal</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwoord</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Geëscaleerd</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Afgesloten</translation>
    </message>
    <message>
        <source>No reply needed</source>
        <translation>Geen antwoord nodig</translation>
    </message>
    <message>
        <source>Not an adverse event</source>
        <translation>Geen bijwerking</translation>
    </message>
    <message>
        <source>No product of ours</source>
        <translation>Geen product van ons</translation>
    </message>
    <message>
        <source>Quotes the leaflet</source>
        <translation>Citeert de bijsluiter</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dubbel</translation>
    </message>
    <message>
        <source>New information</source>
        <translation>Nieuwe informatie</translation>
    </message>
    <message>
        <source>The act before was a mistake</source>
        <translation>De handeling ervoor was een vergissing</translation>
    </message>
    <message>
        <source>A check of the work asks for it</source>
        <translation>Een controle van het werk vraagt erom</translation>
    </message>
    <message>
        <source>Insult</source>
        <translation>Belediging</translation>
    </message>
    <message>
        <source>The author asked for it</source>
        <translation>De schrijver vroeg erom</translation>
    </message>
    <message>
        <source>The source was down</source>
        <translation>De bron was onbereikbaar</translation>
    </message>
    <message>
        <source>Somebody read it there by hand</source>
        <translation>Iemand heeft het daar zelf gelezen</translation>
    </message>
    <message>
        <source>Nothing was posted then</source>
        <translation>Er is toen niets geplaatst</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Andere reden</translation>
    </message>
    <message>
        <source>Moderator</source>
        <translation>Moderator</translation>
    </message>
    <message>
        <source>Senior moderator</source>
        <translation>Senior moderator</translation>
    </message>
    <message>
        <source>PV officer</source>
        <translation>PV-medewerker</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Beheerder</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation>Functionaris gegevensbescherming</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Het programma</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Zichtbaar</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Verwijderd</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>volledig</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>gedeeltelijk</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>mislukt</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>niet gelezen</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(gewist)</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Not a crisis: why?</source>
        <translation>Geen crisis: waarom?</translation>
    </message>
    <message>
        <source>Not a report: why?</source>
        <translation>Geen melding: waarom?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Say in a few words what the other reason is.</source>
        <translation>Zeg in een paar woorden wat de andere reden is.</translation>
    </message>
</context>
</TS>
