"""Is this installation well? For load balancers, monitors and `bin/run`."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from . import doctor


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 with what is well; 503 when database or tables are not. A task that gave up is told, but takes nothing down."""
    state = doctor.alive()
    well = state["database"] and state["migrations"]
    response = JsonResponse({"alive": True, **state}, status=200 if well else 503)
    response["Cache-Control"] = "no-store"
    return response
