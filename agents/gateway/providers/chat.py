"""A chat model behind litellm: OpenAI-compatible servers, Ollama, Anthropic, Gemini.

One POST per attempt; a broken answer is sent back once with what is wrong, then the run fails and says so.
"""

import hashlib
import json
import logging
from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _
from pydantic import BaseModel, ValidationError

from agents.errors import WorkFailed
from agents.gateway import Call, calls, prompts
from agents.gateway.price import price_of
from agents.gateway.providers.faults import Rejected, definite

log = logging.getLogger(__name__)
PREFIX = {"openai": "openai", "ollama": "ollama_chat", "anthropic": "anthropic", "gemini": "gemini"}


@cache
def library():
    """litellm, imported in workers only and told to keep to itself."""
    import os

    os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")  # else it asks the network for prices
    import litellm

    litellm.suppress_debug_info = True
    litellm.telemetry = False
    return litellm


class Chat:
    """The configured model."""

    slug = "chat"

    def __init__(self):
        self.model = settings.MODEL_NAME

    def write(self, call: Call) -> tuple[BaseModel, dict]:
        prompt = prompts.load(call.task.name)
        messages = prompt.messages(call)
        answer = self._ask(call, prompt, messages, call.step)
        value, wrong = read(answer, call)
        if wrong:
            messages += [
                {"role": "assistant", "content": answer[:8000]},
                {
                    "role": "user",
                    "content": prompts.REPAIR.format(wrong="\n".join(f"- {line}" for line in wrong)),
                },
            ]
            call.desk.report(50, _("The model's answer did not fit; asking once more"))
            value, wrong = read(self._ask(call, prompt, messages, f"{call.step}:repair"), call)
        if wrong or value is None:
            raise WorkFailed(
                _(
                    "The model %(model)s gave an answer that does not fit, twice: %(wrong)s "
                    "Choose another model or try again."
                )
                % {"model": self.model, "wrong": " ".join(wrong)[:300]}
            )
        provenance = {
            "provider": self.slug,
            "model": self.model,
            "prompt": prompt.version,
            "seed": call.task.seed,
        }
        return value, provenance | {"cost": str(calls.cost_of(call.desk.run, call.step))}

    def _ask(self, call: Call, prompt: prompts.Prompt, messages: list[dict], step: str) -> str:
        digest = hashlib.sha256(json.dumps(messages, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
        earlier = calls.answered(call.desk, step, digest)
        if earlier is not None:
            return earlier
        row = calls.begin(call.desk, step, provider=self.slug, model=self.model, request_hash=digest)
        try:
            answer = self._post(call, prompt, messages)
        except Rejected as rejected:
            calls.reject(call.desk, row, str(rejected))
            raise WorkFailed(str(rejected)) from None
        except WorkFailed as unknown:
            calls.lose(call.desk, row, str(unknown))
            raise
        usage = answer.usage
        price = price_of(usage.prompt_tokens if usage else 0, usage.completion_tokens if usage else 0)
        words = answer.choices[0].message.content or ""
        calls.settle(call.desk, row, words, usage=usage, cost=price)
        return words

    def _post(self, call: Call, prompt: prompts.Prompt, messages: list[dict]):
        litellm = library()
        request = {
            "model": f"{PREFIX[settings.MODEL_KIND]}/{self.model}",
            "messages": messages,
            "api_base": settings.MODEL_URL or None,
            "api_key": settings.MODEL_KEY or "none",
            "temperature": prompt.temperature,
            "max_tokens": prompt.max_tokens,
            "timeout": settings.MODEL_TIMEOUT,
            "max_retries": 0,
            "num_retries": 0,
            "response_format": shape(call.answer),
        }
        try:
            return litellm.completion(**request)
        except Exception as error:
            # litellm raises dozens of kinds; each is a definite no or an unknown outcome; both are told.
            log.warning("model call failed: %s: %s", type(error).__name__, error)
            raise definite(error) from error


def shape(answer: type[BaseModel]) -> dict:
    """The response format that asks for `answer` by JSON Schema."""
    return {
        "type": "json_schema",
        "json_schema": {"name": answer.__name__, "schema": answer.model_json_schema()},
    }


def read(words: str, call: Call) -> tuple[BaseModel | None, list[str]]:
    """The typed value in a model's words, or what is wrong with it."""
    start, end = words.find("{"), words.rfind("}")
    if start < 0 or end < start:
        return None, ["There is no JSON object in the answer."]
    try:
        value = call.answer.model_validate_json(words[start : end + 1])
    except ValidationError as error:
        return None, [f"{'.'.join(map(str, e['loc'])) or 'answer'}: {e['msg']}" for e in error.errors()[:12]]
    return value, call.check(value) if call.check else []
