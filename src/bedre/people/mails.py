"""Mails about signing in. Their secrets are made by the task that sends them, so that none lies in the queue."""

from __future__ import annotations

import uuid
from typing import Any

from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django_tasks import task

from bedre.kernel import clock, events
from bedre.kernel.tenancy import active
from bedre.organisation.models import Municipality

from .models import Account, Invitation, Person
from .queries import to_invite


def address(path: str) -> str:
    """A path of this installation as it is reached from outside."""
    return (settings.BEDRE_URL or "http://localhost:8000") + path


@task()
def send_reset(account_id: str, language: str) -> None:
    """Mail a link with which an account gets a new password. Nothing happens when it has no e-mail address."""
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None or not account.email:
        return
    key = PASSWORD_RESET_TOKEN_GENERATOR().make_token(account)
    path = reverse("account_reset_password_from_key", urlconf=settings.ROOT_URLCONF, args=[user_pk_to_url_str(account), key])
    _mail(account.email, "people/mail/reset.txt", language, {"link": address(path), "username": account.username})


@events.after("person.mailed")
def send_invitation(event: Any) -> None:
    """Mail an invitation that is still open."""
    invitation = Invitation.objects.select_related("person", "municipality").get(pk=event.subject_id)
    if not invitation.open or not invitation.person.email:
        return
    municipality = invitation.municipality
    link = address(f"/{municipality.slug}/invitasjon/{invitation.renew_secret()}/")
    language = invitation.person.language or municipality.language
    context = {"link": link, "municipality": municipality, "person": invitation.person, "until": invitation.expires_at}
    _mail(invitation.person.email, "people/mail/invitation.txt", language, context)


def _mail(to: str, template: str, language: str, context: dict[str, Any]) -> None:
    with translation.override(language):
        text = render_to_string(template, context)
    subject, _, body = text.strip().partition("\n")
    EmailMessage(subject.strip(), body.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [to]).send()


@task()
def invite_all(municipality_id: str, by_id: str, unit_ids: list[str] | None) -> None:
    """Invite by e-mail everybody (at some units) who has an address and neither account nor an invitation under way."""
    municipality = Municipality.objects.get(pk=municipality_id)
    with clock.at(clock.configured()), active(municipality):
        by = Person.objects.get(pk=by_id)
        units = {uuid.UUID(key) for key in unit_ids} if unit_ids is not None else None
        for person in list(to_invite(units)):
            Invitation.make(person, by=by, mail=True)
