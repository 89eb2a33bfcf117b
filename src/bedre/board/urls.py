from django.urls import path

from .views import answers, board, improvement

app_name = "board"
CARD = "<slug:slug>/tavle/<int:number>/"
urlpatterns = [
    path("<slug:slug>/tavle/", board.board, name="board"),
    path("<slug:slug>/tavle/nytt/", improvement.hand_in, name="hand_in"),
    path("<slug:slug>/tavle/arkiv/", board.archive, name="archive"),
    path("<slug:slug>/tavle/oppsett/", board.settings, name="settings"),
    path("<slug:slug>/tavle/oppsett/rytme/", board.rhythm, name="rhythm"),
    path("<slug:slug>/tavle/oppsett/apen/", board.closure, name="closure"),
    path(CARD, improvement.improvement, name="improvement"),
    path(f"{CARD}kommentar/", improvement.comment, name="comment"),
    path(f"{CARD}bilde/", improvement.add_photo, name="photo"),
    path(f"{CARD}ta-inn/", answers.take_up, name="take_up"),
    path(f"{CARD}avslag/", answers.decline, name="decline"),
    path(f"{CARD}parker/", answers.park, name="park"),
    path(f"{CARD}sla-sammen/", answers.merge, name="merge"),
    path(f"{CARD}gjort/", answers.just_did, name="just_did"),
    path(f"{CARD}tilbake/", answers.take_back, name="take_back"),
    path(f"{CARD}flytt/", answers.move, name="move"),
    path(f"{CARD}ansvar/", answers.assign, name="assign"),
    path(f"{CARD}stopp/", answers.block, name="block"),
]
