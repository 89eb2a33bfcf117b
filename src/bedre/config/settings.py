"""Django's settings: wiring only. What can be set from outside is listed in `config/env.py`."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from . import env
from .databases import database
from .logs import configure_logs

MODE = env.choice("BEDRE_MODE", ("production", "development", "demo"))
PRODUCTION = MODE == "production"
DEMO = MODE == "demo"
TESTING = "pytest" in sys.modules
DEBUG = False
DATA = env.folder("BEDRE_DATA")
PACKAGE = Path(__file__).resolve().parent.parent

BEDRE_CLOCK = env.date("BEDRE_CLOCK")
BEDRE_URL = env.address("BEDRE_URL")
if PRODUCTION and BEDRE_CLOCK:
    raise env.ConfigurationError("BEDRE_CLOCK is set, but in production the clock follows real time.")
if PRODUCTION and not BEDRE_URL:
    raise env.ConfigurationError("BEDRE_URL is missing: the public address, as https://bedre.kommune.no.")

SECRET_KEY = env.text("BEDRE_SECRET_KEY") or ""
if PRODUCTION and len(SECRET_KEY) < 50:
    raise env.ConfigurationError("BEDRE_SECRET_KEY is missing or too short: give at least 50 random characters.")
if not SECRET_KEY:
    from .secret import own_secret

    SECRET_KEY = own_secret(DATA)

SECURE = bool(BEDRE_URL and BEDRE_URL.startswith("https://"))
ALLOWED_HOSTS = [urlsplit(BEDRE_URL).hostname or "", "localhost", "127.0.0.1"] if BEDRE_URL and PRODUCTION else ["*"]
CSRF_TRUSTED_ORIGINS = [BEDRE_URL] if BEDRE_URL else []
TRUSTED_PROXIES = env.networks("BEDRE_TRUSTED_PROXIES")

INSTALLED_APPS = [
    "bedre.kernel",
    "bedre.web",
    "bedre.organisation",
    "bedre.people",
    "bedre.files",
    "bedre.method",
    "bedre.measure",
    "bedre.board",
    "bedre.gain",
    "bedre.huddle",
    "bedre.rollout",
    "bedre.learning",
    "bedre.insight",
    "bedre.report",
    "bedre.exchange",
    "bedre.notice",
    "bedre.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "rules",
    "django_tasks",
    "django_tasks_db",
]

if find_spec("django_linear_migrations"):
    INSTALLED_APPS.append("django_linear_migrations")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "bedre.config.access_log.AccessLog",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "bedre.kernel.middleware.ClockMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "bedre.config.too_large.TooLarge",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "bedre.people.middleware.MunicipalityMiddleware",
    "bedre.kernel.once.OnceMiddleware",
]

ROOT_URLCONF = "bedre.config.urls"
TENANT_URLCONF = "bedre.config.tenant_urls"
OUTSIDE = {
    "",
    "konto",
    "helse",
    "kom-i-gang",
    "static",
    "media",
    "kalender",
    "demo",
    "frakoblet",
    "sw.js",
    "favicon.ico",
    "manifest.json",
}
"""First parts of a path that are never a municipality."""

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "bedre.config.context.frame",
            ],
        },
    }
]
WSGI_APPLICATION = "bedre.config.wsgi.application"

THREADS = env.number("BEDRE_THREADS", 1)
PROCESSES = env.number("BEDRE_PROCESSES", 1)
DATABASES = {"default": database(env.text("DATABASE_URL"), DATA, THREADS)}
ATOMIC_REQUESTS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/konto/logg-inn/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_ADAPTER = "bedre.people.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {"login": "bedre.people.forms.account.SignInForm"}
ACCOUNT_RATE_LIMITS = {
    # a whole municipality may come from one address: what is tight is the account, not the house
    "login": "600/m/ip",
    "login_failed": "120/m/ip,5/300s/key",
    "reset_password": "60/m/ip,5/h/key",
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "people_counter"}}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Bedre"
MFA_TOTP_TOLERANCE = 1
MFA_ADAPTER = "bedre.people.adapter.MfaAdapter"
USERSESSIONS_TRACK_ACTIVITY = False
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "bedre.config.errors.csrf_failed"
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False}}
if TESTING:
    TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "ENQUEUE_ON_COMMIT": False}}
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
TIME_ZONE = "Europe/Oslo"
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [PACKAGE / "config" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "servestatic.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = DATA / "files"
MAX_UPLOAD_BYTES = env.number("BEDRE_MAX_UPLOAD_MB", 1) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

MAIL_URL = env.text("BEDRE_MAIL_URL")
DEFAULT_FROM_EMAIL = env.text("BEDRE_MAIL_FROM") or ""
vars().update(env.mail_server("BEDRE_MAIL_URL"))
if DEMO or not MAIL_URL:  # from a demonstration nothing leaves the machine
    EMAIL_BACKEND = "bedre.notice.mailbox.MailboxBackend"

LOGGING_CONFIG = None
configure_logs(env.choice("BEDRE_LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR")))
