"""`manage.py signin_link EMAIL`: print a link that signs one person in, once, within a day."""

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from brands.entry import entry_token
from brands.models import User

DEMO = "demo@example.com"


class Command(BaseCommand):
    help = "Print a link that signs a person in: once, within 24 hours. Whoever holds it comes in."

    def add_arguments(self, parser):
        parser.add_argument("email", nargs="?", default=DEMO, help=f"whose; {DEMO} if left out")
        parser.add_argument(
            "--base", default="", help="where the studio answers, such as https://studio.example.kr"
        )

    def handle(self, *, email, base, **options):
        user = User.objects.filter(email=email.lower()).first()
        if user is None:
            raise CommandError(f"Nobody here has the address {email}.")
        if not user.is_active:
            raise CommandError(f"The account of {email} is closed.")
        base = base or settings.PUBLIC_URL or f"http://127.0.0.1:{settings.PORT}"
        self.stdout.write(f"{base.rstrip('/')}/enter/{entry_token(user)}/")
