"""Before anything: an empty installation becomes Harstad, with its units and its people."""

from __future__ import annotations

from . import case
from .case import workbook
from .stage import Stage

PASSWORD = "fire ord etter hverandre"


def the_administrator_sets_up_harstad(stage: Stage) -> None:
    """`bedre setup` prints a link that works once; with it the administrator makes account and municipality."""
    link = stage.server.command("setup").strip()
    administrator = stage["Administrator"].opens("/").reads("bedre setup")
    typed = {"Kommune": "Harstad", "Ditt navn": "Administrator", "Brukernavn": "admin", "Passord": PASSWORD}
    administrator.opens(link).presses("Kom i gang", typed)
    assert stage.status("Administrator", link) == 410


def units_and_people_come_from_excel(stage: Stage) -> None:
    """A fault is told by row; nothing is written before the right file is confirmed; the same file once more changes nothing."""
    administrator, folder = stage["Administrator"], stage.folder
    wrong, units, people = (
        workbook(rows, folder / f"{name}.xlsx")
        for name, rows in (("feil", case.UNITS_WITH_A_FAULT), ("enheter", case.UNITS), ("folk", case.PEOPLE))
    )
    administrator.goes_to("Hent inn fra fil").presses("Vis hva som vil skje", {"Fil": wrong})
    assert "33" in administrator.row("Kanebogen skole").inner_text()
    administrator.goes_to("Send inn en annen fil").presses("Vis hva som vil skje", {"Fil": units})
    administrator.reads("Ingenting er skrevet ennå").presses("Skriv 8 rader").reads("Skrevet: 8 rader.")
    administrator.goes_to("Se enhetene").reads("5 enheter teller i totalen 17. november 2014, av 8 i alt.")
    administrator.goes_to("Hent inn fra fil").presses("Vis hva som vil skje", {"Fil": units})
    administrator.reads("Det er ingenting å skrive")
    administrator.unfolds("Administrator").goes_to("Folk og roller", "Hent inn fra fil")
    administrator.presses("Vis hva som vil skje", {"Fil": people}).presses("Skriv 10 rader").goes_to("Se folkene")


def everybody_is_invited(stage: Stage) -> None:
    """Those with an address by e-mail, the others by a link that is handed over; each makes an account with it."""
    administrator = stage["Administrator"]
    administrator.goes_to("Inviter mange").presses("Send invitasjoner på e-post")
    for _number, name, mail, *_role in case.PEOPLE[1:]:
        if mail:
            accept(stage, name, stage.letter(mail).link)
    administrator.goes_to("Primærkontakt").presses("Lag en lenke du gir selv")
    accept(stage, "Primærkontakt", administrator.tab.get_by_label("Lenke").input_value())


def accept(stage: Stage, name: str, link: str) -> None:
    """Make an account with an invitation; the user name is the role."""
    invited = stage[name].opens(link).reads(f"Velkommen, {name}")
    invited.presses("Lag kontoen og gå inn", {"Brukernavn": user_name(name), "Passord": PASSWORD})


def user_name(name: str) -> str:
    """What somebody signs in as."""
    return name.lower().replace(" ", ".")
