from django.urls import path

from .views import overview, unit

app_name = "gain"
urlpatterns = [
    path("gevinster/", overview.overview, name="overview"),
    path("gevinster/<uuid:key>/", unit.gain, name="gain"),
    path("gevinster/<uuid:key>/avtale/", unit.choose, name="choose"),
    path("gevinster/<uuid:key>/sjekk/", unit.check, name="check"),
    path("gevinster/<uuid:key>/bortfall/", unit.lapse, name="lapse"),
    path("gevinster/<uuid:key>/signer/", unit.sign, name="sign"),
    path("<slug:slug>/gevinster/", unit.unit, name="unit"),
    path("<slug:slug>/gevinster/ny/", unit.identify, name="identify"),
    path("<slug:slug>/gevinster/avtal/", unit.agree, name="agree"),
]
