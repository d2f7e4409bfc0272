"""How to connect a language model, and whether one is."""

from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe


class Way(NamedTuple):
    """One way to have a model. lines: what goes into .env."""

    name: str
    words: str
    lines: tuple[str, ...]


WAYS = [
    Way(
        "Ollama",
        _("On this machine or another of yours; nothing leaves the house."),
        ("MODEL_KIND=ollama", "MODEL_URL=http://127.0.0.1:11434", "MODEL_NAME=qwen2.5:7b"),
    ),
    Way(
        _("Any server that speaks the OpenAI protocol"),
        "vLLM, llama.cpp, LM Studio, SGLang",
        ("MODEL_KIND=openai", "MODEL_URL=http://127.0.0.1:8080/v1", "MODEL_NAME=…"),
    ),
    Way(
        _("A provider with a key"),
        _("Costs money; what a step costs at most stands in the plan before it starts."),
        ("MODEL_KIND=anthropic", "MODEL_NAME=…", "MODEL_KEY_FILE=/run/secrets/model_key"),
    ),
]


@login_required
@require_safe
def models(request):
    return render(request, "studio/models.html", {"model": settings.MODEL_NAME, "ways": WAYS})
