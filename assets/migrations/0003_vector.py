"""pgvector, for the searches to come; the extension itself is all that is needed now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assets", "0002_first")]

    operations = [migrations.RunSQL("CREATE EXTENSION IF NOT EXISTS vector", migrations.RunSQL.noop)]
