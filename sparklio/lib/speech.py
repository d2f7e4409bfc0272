"""Korean speech levels: which one a sentence is in, and the same sentence in another."""

import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Literal

Level = Literal["hamnida", "haeyo", "plain", "banmal", "open"]

_TAIL = re.compile(r"[\s.!?…~,;:·\"'’”」』)\]♥♡❤️✨🙂😊🎉👍🔥]+$")
_BANMAL = re.compile(
    r"(?:했|있|없|같|좋|싫|맛있|갔|왔|됐)어$|(?:이야|거야|할래|줄게|갈게|볼까|할까|갈까|먹자|가자|하자|보자|마셔|해봐|어때|그래|해줘|알지|하지|맞지)$"
)
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*")
_BIEUP = 17  # place of ㅂ among the final consonants of a Hangul syllable


@cache
def _endings() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("speech.toml").read_text(encoding="utf-8"))


def sentences(text: str) -> list[str]:
    """The sentences of `text`, stripped; a decimal point or a price does not end one."""
    guarded = re.sub(r"(?<=\d)\.(?=\d)", "\0", text)
    return [part.replace("\0", ".").strip() for part in _SENTENCE.findall(guarded) if part.strip(" .!?…\n")]


def level(sentence: str) -> Level:
    """The level of one sentence: 합니다체, 해요체, 한다체 (plain), 반말, or open (a noun, a fragment)."""
    words = _TAIL.sub("", unicodedata.normalize("NFC", sentence))
    if not words or not "가" <= words[-1] <= "힣":
        return "open"
    last = words.split()[-1]
    if re.search(r"시오$|(?<=[가-힣])시다$", words) or (
        last.endswith(("니다", "니까")) and len(last) > 2 and _jong(last[-3]) == _BIEUP
    ):
        return "hamnida"
    if last.endswith(("요", "죠")) and not last.endswith(tuple(_endings()["nouns_in_yo"])) and len(last) > 1:
        return "haeyo"
    if _BANMAL.search(words):
        return "banmal"
    return (
        "plain" if last.endswith("다") and len(last) > 1 and last not in {"바다", "수다", "소다"} else "open"
    )


def _jong(char: str) -> int:
    return (ord(char) - ord("가")) % 28 if "가" <= char <= "힣" else -1


def _with_jong(char: str, jong: int) -> str:
    return chr(ord(char) - _jong(char) + jong)


_CONTRACTED = {"아": "아", "어": "어", "오": "와", "우": "워", "이": "여", "애": "애", "에": "에", "으": "어"}
_VOWELS = "아애야얘어에여예오와왜외요우워웨위유으의이"


def to_haeyo(text: str) -> str:
    """Every 합니다체 sentence of `text` in 해요체; what cannot be turned surely is left as it is."""
    return _each_end(text, "hamnida", _haeyo)


def to_hamnida(text: str) -> str:
    """Every 해요체 sentence of `text` in 합니다체; what cannot be turned surely is left as it is."""
    return _each_end(text, "haeyo", _hamnida)


def _each_end(text: str, wanted: Level, turn: Callable[[str], str]) -> str:
    for sentence in sentences(text):
        core = _TAIL.sub("", sentence)
        if level(core) == wanted and (turned := turn(core)):
            text = text.replace(core, turned, 1)
    return text


def _haeyo(core: str) -> str:
    if core.endswith("입니다"):
        noun = core.removesuffix("입니다")
        return noun + ("예요" if _jong(noun[-1:] or "가") == 0 else "이에요") if noun.strip() else ""
    for ending, other in _endings()["to_haeyo"].items():
        if core.endswith(ending):
            return core.removesuffix(ending) + other
    stem = core.removesuffix("니다")
    if stem == core or _jong(stem[-1]) != _BIEUP:
        return ""
    return stem[:-1] + _contracted(_with_jong(stem[-1], 0)) + "요"


def _contracted(syllable: str) -> str:
    """The last syllable of a vowel stem with 아/어 drawn in: 가 → 가, 보 → 봐, 드리 → 드려."""
    code = ord(syllable) - ord("가")
    vowel = _VOWELS[code // 28 % 21]
    target = _CONTRACTED.get(vowel, vowel)
    return chr(ord("가") + (code // 588) * 588 + _VOWELS.index(target) * 28)


def _hamnida(core: str) -> str:
    for ending, other in _endings()["to_hamnida"].items():
        if core.endswith(ending):
            return core.removesuffix(ending) + other
    match = re.search(r"([가-힣])[아어]요$", core)
    return f"{core[: match.start()]}{match[1]}습니다" if match and _jong(match[1]) > 0 else ""
