"""Signing in. An account is global to the installation and holds no domain data."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from bedre.kernel.ids import uuid7


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts by user name or e-mail."""

    def create_user(self, username: str, email: str | None = None, password: str | None = None) -> Account:
        """A new account; without a password it can be entered by passkey, link or (demonstration) by a click."""
        account = self.model(username=username, email=self.normalize_email(email) or None)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """One sign-in: e-mail or user name, with password, passkey or TOTP."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(unique=True, null=True, blank=True)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(default=timezone.now)
    last_login = None  # nobody shall be able to look up when somebody was last here

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.username


class Membership(models.Model):
    """That an account has a person in a municipality: where to go after signing in, and nothing more."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    municipality = models.ForeignKey("organisation.Municipality", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "municipality"], name="membership")]

    def __str__(self) -> str:
        return f"{self.account} {self.municipality}"
