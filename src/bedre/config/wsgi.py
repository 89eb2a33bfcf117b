"""Django behind one hop (see `bridge.py`)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bedre.config.settings")
application = get_wsgi_application()
