"""Is this installation well?"""

from django.http import HttpRequest, JsonResponse


def health(request: HttpRequest) -> JsonResponse:
    """200 when alive."""
    return JsonResponse({"alive": True})
