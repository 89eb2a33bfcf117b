"""The introduction: from the visit to Vestre Toten until the executive committee has been told."""

from __future__ import annotations

from . import case
from .founding import accept
from .stage import Stage

ADVISER, ADVISERS_MAIL = "Rådgiver fra SINTEF", "radgiver@sintef.example"
LEARNED = ["Så på", "Sammen", "Alene"]


def the_leader_group_visits_vestre_toten(stage: Stage) -> None:
    """A study visit with its programme, the units seen, and how many went."""
    coordinator = stage["Koordinator"].goes_to("Innføring", "Studiebesøk", "Noter en kontakt eller et besøk")
    coordinator.presses("Lagre", {
        "Vi besøker dem": True, "Hvilken kommune eller organisasjon?": "Vestre Toten kommune", "Dato for besøket": case.VISIT,
        "Hvem er med?": "Rådmannen og hele ledergruppen", "Program": "Omvisning ved to tavler. Samtale med ledere og tillitsvalgte.",
        "Enheter dere så hos den andre": "Ihle skole, Raufosstun sykehjem",
    })  # fmt: skip
    coordinator.presses("Skriv at det er gjort", {"Hvor mange var med på besøket?": 9})
    coordinator.reads("Besøk 17. november 2014, 9 var med")


def the_method_is_decided_and_adopted(stage: Stage) -> None:
    """The decision keeps the ways that were considered; from that day new introductions follow the method."""
    stage.on(case.DECISION)
    coordinator = stage["Koordinator"].goes_to("Innføring", "Skriv ned beslutningen")
    for number, (name, why) in enumerate(case.ALTERNATIVES, 1):
        alternative = coordinator.tab.get_by_role("group", name=f"Alternativ {number}")
        coordinator.fills({"Hva heter det?": name, "Hva talte for og imot?": why}, within=alternative)
    coordinator.fills({"Dette ble valgt": True}, within=alternative)
    decision = {"Hva ble besluttet?": "Harstad velger Vestre Toten-modellen", "Hvem besluttet?": "Rådmannens ledergruppe"}
    coordinator.presses("Lagre", decision).reads("Rådmannens ledergruppe, 12. januar 2015")
    coordinator.unfolds("Koordinator").goes_to("Metoden", "Ta i bruk metoden").presses("Ta i bruk metoden")
    coordinator.reads("Lagret her som nummer 1, 12. januar 2015.")


def the_agreement_opens_two_units_to_an_adviser(stage: Stage) -> None:
    """With Vestre Toten and SINTEF; the adviser reaches the two units, and of the others not even that they are there."""
    coordinator = stage["Koordinator"].goes_to("Innføring", "Avtaler med partnere", "Ny avtale")
    coordinator.presses("Lagre", {
        "Hva skal avtalen hete?": "Samarbeid om innføring", "Med hvem?": "Vestre Toten kommune\nSINTEF Raufoss Manufacturing",
        "Hva er avtalt?": "To veiledere læres opp mens pilotene går.", case.HOME_CARE: True, case.NAV: True,
    })  # fmt: skip
    coordinator.goes_to("Slipp inn en rådgiver").presses("Slipp inn rådgiveren", {"Navn": ADVISER, "E-post": ADVISERS_MAIL})
    administrator = stage["Administrator"].unfolds("Administrator").goes_to("Folk og roller", ADVISER)
    administrator.presses("Send invitasjon på e-post")
    accept(stage, ADVISER, stage.letter(ADVISERS_MAIL).link)
    adviser = stage[ADVISER].reads("Ingen av dem har begynt ennå.")
    assert stage.status(ADVISER, adviser.address + "/harstad/bergsodden-sykehjem/innforing") == 404


def the_pilot_wave_is_planned_and_decided(stage: Stage) -> None:
    """The coordinator plans the two units from the week of the first course day; the leader group lets them start."""
    coordinator = stage["Koordinator"].goes_to("Innføring", "Planlegg den første puljen")
    wave = {"Hva skal puljen hete?": "Pilotene", "Starter": case.DECISION, "Rapporten skal være ferdig": case.REPORT_DUE}
    coordinator.presses("Gå videre og velg enheter", wave)
    units = {case.HOME_CARE: True, case.NAV: True, "Første uke med kursdager": case.COURSE_WEEK, "Veileder": "Leanveileder 1"}
    coordinator.presses("Lag planen", units).reads("Venter på ledergruppen")
    coordinator.goes_to(case.NAV, "Endre").presses("Lagre", {"Veileder": "Leanveileder 2"})
    stage["Rådmannen"].goes_to("Kommunen", "Se planen").presses("La puljen starte").reads("Besluttet 12. januar 2015")


def leaders_prepare_and_everybody_is_informed(stage: Stage) -> None:
    """The leaders of the two units write down what is done; how many came to the information meeting is a count."""
    stage.on(case.PREPARED)
    for unit, leader, _came, _goal in case.LEADERS:
        stage[leader].goes_to("Innføring", unit, "Ferdig: Forberede lederne").presses("Det er gjort")
    stage.on(case.INFORMED)
    for unit, leader, came, _goal in case.LEADERS:
        stage[leader].goes_to("Innføring", unit, "Ferdig: Informasjonsmøte").presses(
            "Det er gjort", {"Hvor mange deltok?": came}
        )


def four_course_days_are_held_and_two_coaches_trained(stage: Stage) -> None:
    """Coaches learn in the pilots: they watch the first day, hold one together with the adviser, one alone, and are approved."""
    adviser = stage[ADVISER]
    for unit, coach, _came in case.COURSES:
        adviser.goes_to("Innføring", unit, "Opplæring av veiledere", "Lær opp en veileder her")
        adviser.presses("Begynn opplæringen", {"Hvem skal læres opp?": coach})
    for number, day in enumerate(case.COURSE_DAYS, 1):
        stage.on(day)
        for unit, coach, came in case.COURSES:
            held = stage[coach].goes_to("Innføring", unit, f"Holdt: Kursdag {number}")
            held.presses("Skriv at den er holdt", {"Hvor mange deltok?": came[number - 1]})
            adviser.goes_to("Innføring", unit, "Opplæring av veiledere")
            adviser.presses(f"Ferdig: Kursdag, {LEARNED[number - 1]}" if number < 4 else "Godkjenn som veileder")
    homework = {"Oppgave til neste gang": "Tell tidstyver i tre vakter", "Hvordan går det med oppgaven?": "Gitt"}
    stage["Leanveileder 1"].goes_to("Innføring", case.HOME_CARE, "Kursdag 4").presses("Lagre", homework)
    adviser.reads("Godkjent 19. februar 2015")


def each_unit_writes_its_project_plan(stage: Stage) -> None:
    """The goal, how they notice it, who and when, in their own words."""
    for unit, leader, _came, goal in case.LEADERS:
        writer = stage[leader].goes_to("Innføring", unit, "Skriv: Prosjektplan")
        line = writer.tab.get_by_role("group", name="Mål 1")
        writer.fills(
            {"Mål": goal, "Hvordan merker vi det?": "Vi teller", "Hvem?": "Hele enheten", "Når?": "Før juni"}, within=line
        )
        writer.presses(
            "Lagre som ny versjon", {"Hvorfor begynner vi, og hva skal bli bedre?": "Tiden går til annet enn brukerne."}
        )
        writer.reads("Versjon 1, skrevet 19. februar 2015.")


def the_coach_visits_the_board(stage: Stage) -> None:
    """What was seen, the next step agreed, and when the coach comes again."""
    stage.on(case.COACH_COMES)
    coach = stage["Leanveileder 1"].goes_to("Innføring", case.HOME_CARE, "Planlegg et besøk").presses("Planlegg besøket")
    coach.goes_to("Skriv ned besøket").presses("Lagre besøket", {
        "Hva så du av arbeidet ved tavla?": "God stemning. Leder snakker mest.",
        "Hva ble dere enige om som neste steg?": "La den som eier kortet fortelle", "Neste besøk": case.COACH_COMES_AGAIN,
    })  # fmt: skip
    stage["Enhetsleder"].goes_to("Innføring", case.HOME_CARE).reads("La den som eier kortet fortelle")
    stage.on(case.COACH_COMES_AGAIN)
    seen = {"Hva så du av arbeidet ved tavla?": "14 minutter. Den som eier kortet, forteller."}
    coach.goes_to("Innføring", case.HOME_CARE, "Skriv ned besøket").presses("Lagre besøket", seen)


def the_executive_committee_is_briefed(stage: Stage) -> None:
    """Film, examples of gains and maps of the work on the wall; eleven came."""
    coordinator = stage["Koordinator"].goes_to("Innføring", "Orienteringer", "Planlegg en orientering")
    coordinator.presses("Planlegg orienteringen", {
        "For hvem?": "Politikere", "Hva kaller dere dem?": "Formannskapet", "Dato": case.BRIEFING, "Hvem er invitert?": "Formannskapet",
        "Hva ble vist?": "Film, eksempler på gevinster og kart over arbeidet på veggen",
    })  # fmt: skip
    stage.on(case.BRIEFING)
    coordinator.goes_to("Innføring", "Orienteringer", "Formannskapet")
    coordinator.presses("Skriv at den er holdt", {"Hvor mange møtte?": 11}).reads("19. mai 2015, 11 møtte")
