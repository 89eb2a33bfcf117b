"""The wave's report: drafted from the data, approved, published, taken home as files and read."""

from __future__ import annotations

from . import case, reading
from .founding import PASSWORD, user_name
from .stage import Stage

TITLE, POLITICIAN = "Vestre Toten-modellen i pilotene", "Politiker i formannskapet"


def the_report_is_drafted(stage: Stage) -> None:
    """Figures and first sentences come from the data; people change the words."""
    stage.on(case.DRAFTED)
    coordinator = stage["Koordinator"].goes_to("Innføring", "Pilotene", "Skriv rapporten").presses("Lag et utkast")
    coordinator.presses("Lagre utkastet", {"Det vi lærte": "Begynn med det som irriterer alle."})
    coordinator.reads("Utkast. Tallene er ikke låst.")


def the_leader_group_approves_and_publishes(stage: Stage) -> None:
    """What waits stands first on the municipality's page; a politician does not see it before it is published."""
    stage.on(case.APPROVED)
    director = stage["Rådmannen"].goes_to("Kommunen", "Les og godkjenn")
    assert stage.status(POLITICIAN, director.tab.url) == 404
    director.presses("Godkjenn og lås tallene").reads("Godkjent av Rådmannen 10. juni 2015.").presses("Publiser")


def the_files_say_what_the_story_put_in(stage: Stage) -> None:
    """PDF and Word are downloaded, and their figures read back."""
    director = stage["Rådmannen"]
    for words in (
        reading.of_pdf(director.downloads("PDF", stage.folder)),
        reading.of_word(director.downloads("Word", stage.folder)),
    ):
        assert reading.figures(words, case.FIGURES) == case.FIGURES
        for text in (TITLE, "per 8. juni 2015", "Turer med brukerne", "Begynn med det som irriterer alle."):
            assert text in words


def a_politician_signs_in_and_opens_it(stage: Stage) -> None:
    """Signed out in between; the published report and its figures are there, the inside of the units is not."""
    politician = stage[POLITICIAN].unfolds(POLITICIAN).presses("Logg ut")
    politician.opens("/").presses("Logg inn", {"Brukernavn eller e-post": user_name(POLITICIAN), "Passord": PASSWORD})
    politician.goes_to("Rapporter").tab.get_by_role("link", name=TITLE, exact=True).click()
    politician.reads("Innføringsrapport nr. 1 · per 8. juni 2015")
    shown = " ".join(politician.tab.get_by_role("main").inner_text().split())
    assert reading.figures(shown, case.FIGURES) == case.FIGURES
