"""`manage.py seed_demo`: the bakery brand that a new studio opens with. Safe to run again."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import BaseCommand

from assets.actions.files import keep_photo
from assets.demo.pictures import PICTURES
from assets.models import Asset
from brands.actions.brands import open_brand
from brands.looks import LOOKS
from brands.models import Brand, Role, Tone, User

EMAIL = "demo@example.com"
NAME = "동네빵집"
VOICE = {
    "tone": Tone.FRIENDLY,
    "key_messages": [
        "매일 새벽 다섯 시에 굽습니다",
        "국산 밀과 천연 발효종으로 반죽합니다",
        "동네 이웃의 아침을 책임집니다",
    ],
    "preferred": ["갓 구운", "정성껏", "오늘", "우리 동네"],
    "forbidden": ["최고", "최저가", "100%", "다이어트"],
}


class Command(BaseCommand):
    help = "Make the demo person, the brand with its kit, and four pictures. What is there already stays."

    def handle(self, **options):
        user = User.objects.filter(email=EMAIL).first() or User.objects.create_user(EMAIL, name="데모")
        brand = Brand.objects.filter(memberships__user=user, memberships__role=Role.OWNER).first()
        if brand is None:
            brand = open_brand(name=NAME, look=LOOKS["warm"].values | VOICE, by=user)
        there = set(Asset.objects.photos().filter(brand=brand).values_list("name", flat=True))
        missing = {name: paint for name, paint in PICTURES.items() if name not in there}
        for name, paint in missing.items():
            keep_photo(brand=brand, upload=_upload(name, paint()), by=user)
        self.stdout.write(
            f"{brand.name}: {len(missing)} pictures painted, {len(PICTURES) - len(missing)} were there."
        )


def _upload(name, image):
    written = BytesIO()
    image.save(written, "JPEG", quality=92)
    return SimpleUploadedFile(name, written.getvalue(), "image/jpeg")
