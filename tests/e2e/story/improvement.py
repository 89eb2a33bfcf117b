"""The board of the unit: ideas, two meetings, one improvement done, and the time it frees."""

from __future__ import annotations

import re

from . import case
from .stage import Stage


def employees_hand_in_ideas(stage: Stage) -> None:
    """The board has its day and time; the first ideas hang on it."""
    leader = stage["Enhetsleder"].goes_to("Tavla", "Velg tid")
    leader.presses("Bestem tiden", {"Ukedag": "mandag", "Klokkeslett": "13:30", "Fra": case.FIRST_MEETING})
    for who, idea in (("Hjelpepleier", case.READ_FIRST), ("Primærkontakt", case.CALL_FIRST), ("Hjelpepleier", case.ONE_PLACE)):
        stage[who].goes_to("Tavla", "Nytt forslag").presses("Heng opp", {"Hva kan bli bedre?": idea})
    leader.goes_to("Tavla").reads("Tavlemøte mandag 23. februar klokka 13.30. 3 nye forslag venter på svar.")


def the_first_meeting_answers_every_idea(stage: Stage) -> None:
    """Two are taken up with who and when, one gets a no with its reason, which reaches the one who proposed it."""
    stage.on(case.FIRST_MEETING)
    leader = stage["Enhetsleder"].goes_to("Innføring", case.HOME_CARE, "Ferdig: Tavla starter").presses("Det er gjort")
    leader.goes_to("Tavla").presses("Start møtet").enters("Til stede", 18).presses("Neste punkt").presses("Neste punkt")
    leader.reads(case.READ_FIRST).presses(re.compile("^Ta inn"), {"Hjelpepleier": True, "9. mars": True})
    leader.reads(case.CALL_FIRST).presses(re.compile("^Ta inn"), {"Primærkontakt": True})
    leader.reads(case.ONE_PLACE).unfolds("Si nei").presses("Si nei", {"Vi sier nei fordi …": case.REFUSAL})
    leader.presses("Neste punkt").presses("Neste punkt").presses("Neste punkt").presses("Avslutt møtet")
    leader.reads("18 til stede").reads(f"{case.READ_FIRST}: Hjelpepleier, 9. mars")
    stage["Hjelpepleier"].unfolds("Hjelpepleier").goes_to("Min side").reads(case.REFUSAL)
    assert case.REFUSAL in stage.letter("hjelpepleier@harstad.example", case.ONE_PLACE).text


def the_second_meeting_follows_up(stage: Stage) -> None:
    """The leader prepares, a card is moved on from the meeting, and the minutes are corrected afterwards."""
    stage.on(case.SECOND_MEETING)
    leader = stage["Enhetsleder"].goes_to("Tavla", "Forbered møtet").presses("Start møtet").enters("Til stede", 17)
    leader.presses("Neste punkt").reads(case.CALL_FIRST).presses(re.compile("^Utføre")).presses("Avslutt møtet")
    leader.reads("17 til stede")
    leader.presses("Lagre", {"Referatet kan rettes til neste møte": "Apoteket svarer innen klokka 14."})
    leader.goes_to("Alle møter")
    assert [leader.row(day).inner_text().split()[-1] for day in ("23. februar", "2. mars")] == ["18", "17"]


def the_improvement_is_done(stage: Stage) -> None:
    """Who took it writes what they saw and the new fixed way, and moves the card to done."""
    stage.on(case.DONE)
    owner = stage["Primærkontakt"].goes_to("Tavla", case.CALL_FIRST, "Hva så dere?")
    owner.presses("Lagre", {
        "Det vi så": "Ingen turer til apoteket på tre uker.", "Ny fast måte": "Den som har fredagsvakta, ringer apoteket før klokka 14.",
    })  # fmt: skip
    owner.presses("Ferdig").reads("13. april")


def the_gain_is_agreed_checked_and_realised(stage: Stage) -> None:
    """Found time is an estimate; agreed what it is for; three weeks later 2.5 of the 3 hours went there."""
    leader = stage["Enhetsleder"].goes_to("Tavla", case.CALL_FIRST, "Før opp tid som er funnet")
    arithmetic = {"Minutter hver gang": 45, "Hvor mange ansatte?": 2, "Hvor ofte?": 2}
    leader.presses("Før det opp", {**arithmetic, "Hva kan det bli til?": "Mer tid til dem vi er til for"})
    leader.reads("45 minutter × 2 ansatte × 2 ganger i uka = 3 timer i uka.")
    stage.on(case.AGREED)
    leader.goes_to("Lag en avtale").presses("Skriv ned avtalen", {
        "Hva skal tiden brukes til?": "Turer med brukerne", "For hvem?": "Brukerne", "Hvem avtalte for de ansatte?": "Tillitsvalgt",
        "Tillitsvalgt ble orientert": case.AGREED, "Skal sjekkes": case.CHECKED,
    })  # fmt: skip
    stage.on(case.CHECKED)
    leader.unfolds("Enhetsleder").goes_to("Min side").reads("Ble det slik? Én gevinst er ikke sjekket")
    leader.goes_to("Gevinster", case.HOME_CARE, case.CALL_FIRST)
    hours = {"Ja": True, "Hvor mange timer gikk til det som ble avtalt?": "2,5", "Hvordan vet dere det?": "Vi telte turene"}
    leader.presses("Lagre sjekken", hours).reads("hentet ut")
    leader.goes_to("Gevinster").reads("2,5 av 3 timer i uka som er funnet, er hentet ut og brukt slik det ble avtalt.")
