from django.urls import path

from .views import invitations, own_data, persons, profile, redaction, roles

app_name = "people"
urlpatterns = [
    path("folk/", persons.persons, name="people"),
    path("folk/ny/", persons.add, name="add"),
    path("folk/inviter/", invitations.invite_many, name="invite_many"),
    path("folk/<uuid:pk>/", persons.person, name="person"),
    path("folk/<uuid:pk>/endre/", persons.change, name="change"),
    path("folk/<uuid:pk>/slutter/", persons.leave, name="leave"),
    path("folk/<uuid:pk>/tilbake/", persons.come_back, name="come_back"),
    path("folk/<uuid:pk>/konto/fjern/", persons.disconnect, name="disconnect"),
    path("folk/<uuid:pk>/invitasjon/", invitations.invite, name="invite"),
    path("folk/<uuid:pk>/rolle/", roles.give, name="give_role"),
    path("folk/<uuid:pk>/rolle/<uuid:role>/slutt/", roles.end, name="end_role"),
    path("invitasjon/<str:secret>/", invitations.accept, name="invitation"),
    path("min-profil/", profile.profile, name="profile"),
    path("mine-data/", own_data.page, name="own_data"),
    path("mine-data/fil/", own_data.download, name="own_data_file"),
    path("sladd/", redaction.redact, name="redact"),
]
