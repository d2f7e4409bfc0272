"""Particles follow the sound of a word, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparklio.lib.korean import PAIRS, attach, particle, wrong_particles
from sparklio.lib.sounds import endings

TOPIC = """
소금빵:소금빵은 딸기라떼:딸기라떼는 물:물은 서울:서울은 카페:카페는 빵집:빵집은 값:값은 닭:닭은 여덟:여덟은 의자:의자는
X1:X1은 X2:X2는 X3:X3는 X4:X4는 X5:X5는 X6:X6는 X7:X7은 X8:X8은?는 X9:X9은 X0:X0는 X10:X10은 X20:X20은
S24:S24는 S25:S25는 G7:G7은 MP3:MP3는 A4:A4는 PS5:PS5는 K9:K9은 GS25:GS25는 이마트24:이마트24는
USB:USB는 LG:LG는 KT:KT는 SK:SK는 KTX:KTX는 LED:LED는 SUV:SUV는 CEO:CEO는 SNS:SNS는 DIY:DIY는 BMW:BMW는
PPL:PPL은 URL:URL은 HTML:HTML은 XML:XML은 GM:GM은 3M:3M은 CJ:CJ는 NH:NH는 DSLR:DSLR은 VR:VR은 AR:AR은
Pro:Pro는 Air:Air는 Max:Max는 Plus:Plus는 Ultra:Ultra는 Mini:Mini는 Lite:Lite는 Lab:Lab은 Hub:Hub는 Kit:Kit는?은
Buds:Buds는 AirPods:AirPods은 iPhone:iPhone은 MacBook:MacBook은 iPad:iPad는 Watch:Watch는 Fold:Fold는 Edition:Edition은
Shop:Shop은 Store:Store는 Cafe:Cafe는 Café:Café는 Coffee:Coffee는 Market:Market은 House:House는 Hotel:Hotel은
Style:Style은 Table:Table은 Mobile:Mobile은 Pixel:Pixel은 Mall:Mall은 Oil:Oil은 Cream:Cream은 Team:Team은
Song:Song은 Running:Running은 Design:Design은 Phone:Phone은 Game:Game은 Farm:Farm은 Spoon:Spoon은 Lemon:Lemon은
desk:desk는 box:box는 bus:bus는 cube:cube는 tape:tape는 cake:cake는 bed:bed는 point:point는 mask:mask는 milk:milk는
magic:magic은 music:music은 pack:pack은 black:black은 click:click은 ticket:ticket은 robot:robot은 web:web은 club:club은
Nike:Nike는 Zara:Zara는 IKEA:IKEA는 NASA:NASA는 SALE:SALE은 BEST:BEST는 NEW:NEW는 OLED:OLED는 Figma:Figma는
Spotify:Spotify는 Canva:Canva는 Notion:Notion은 Slack:Slack은 Sparklio:Sparklio는 YouTube:YouTube는 Instagram:Instagram은
0:0은 1:1은 2:2는 3:3은 4:4는 5:5는 6:6은 7:7은 8:8은 9:9는 10:10은 11:11은 12:12는 20:20은 24:24는 30:30은 99:99는
100:100은 101:101은 1,000:1,000은 10,000:10,000은 5,900:5,900은 100,000,000:100,000,000은 1,000,000,000,000:1,000,000,000,000는
3.5:3.5는 2.0:2.0은 1.1:1.1은 0.9:0.9는 007:007은 2026:2026은 1+1:1+1은 2+1:2+1은
30%:30%는 3kg:3kg은 500g:500g은 250ml:250ml는 1.5L:1.5L는 10cm:10cm는 128GB:128GB는 4K:4K는 5G:5G는 60Hz:60Hz는
24℃:24℃는 40dB:40dB은 15W:15W는 5000mAh:5000mAh는 200kcal:200kcal는 3만원:3만원은 ₩5,900:₩5,900은 $12:$12는 €9.90:€9.90는
“소금빵”:“소금빵”은 '라떼':'라떼'는 「X1」:「X1」은 소금빵!:소금빵!은 라떼…:라떼…는 소금빵🥐:소금빵🥐은 소금빵(4개입):소금빵(4개입)은
에어팟(AirPods):에어팟(AirPods)은 커피(coffee):커피(coffee)는 A+:A+는 S24+:S24+는 H&M:H&M은 7-Eleven:7-Eleven은 sparklio.com:sparklio.com은
McDonald's:McDonald's는 Levi's:Levi's는 ㅋ:ㅋ은 ㄹ:ㄹ은 ㅏ:ㅏ는 B2B:B2B는 C타입:C타입은 Q&A:Q&A는
"""  # noqa: E501
DOWN = """
소금빵:으로 라떼:로 서울:로 물:로 X1:으로 X2:로 USB:로 LG:로 Style:로 Pixel:로 SALE:로 HTML:로 1:로 7:로 8:로 3:으로 10:으로
100:으로 30%:로 3kg:으로 40dB:로 Lab:으로 Pro:로 Max:로 AirPods:으로 VR:로 연필:로 지하철:로 버스:로 앱:으로 이메일:로
"""  # noqa: E501
OTHERS = [
    ("소금빵", "이/가", "이"), ("라떼", "이/가", "가"), ("X1", "이/가", "이"), ("Pro", "이/가", "가"),
    ("소금빵", "을/를", "을"), ("라떼", "을/를", "를"), ("USB", "을/를", "를"), ("24", "을/를", "를"),
    ("소금빵", "과/와", "과"), ("라떼", "과/와", "와"), ("캔슬링", "과/와", "과"), ("배터리", "과/와", "와"),
    ("소금빵", "이랑/랑", "이랑"), ("라떼", "이랑/랑", "랑"), ("지훈", "아/야", "아"),
    ("수지", "아/야", "야"),
    ("직장인", "이라면/라면", "이라면"), ("엄마", "이라면/라면", "라면"), ("X1", "이라는/라는", "이라는"),
    ("소금빵", "이에요/예요", "이에요"), ("라떼", "이에요/예요", "예요"), ("물", "이에요/예요", "이에요"),
    ("1+1", "이에요/예요", "이에요"), ("20%", "이에요/예요", "예요"), ("소금빵", "이나/나", "이나"),
    ("서울", "으로부터/로부터", "로부터"), ("소금빵", "이란/란", "이란"), ("라떼", "이죠/죠", "죠"),
    ("소금빵", "는/은", "은"), ("라떼", "로/으로", "로"),
]  # fmt: skip


def _cases(table):
    return [pair.rsplit(":", 1) for pair in table.split()]


@pytest.mark.parametrize(("word", "said"), _cases(TOPIC))
def test_a_topic_particle_follows_the_sound_of_the_word(word, said):
    accepted = said.split("?")

    assert attach(word, "은/는") in [accepted[0], *(word + other for other in accepted[1:])]


@pytest.mark.parametrize(("word", "form"), _cases(DOWN))
def test_rieul_takes_ro_like_a_vowel(word, form):
    assert particle(word, "으로/로") == form


@pytest.mark.parametrize(("word", "pair", "form"), OTHERS)
def test_every_pair_has_its_two_forms(word, pair, form):
    assert particle(word, pair) == form


@pytest.mark.parametrize(
    ("word", "pair", "both"),
    [
        ("漢字", "은/는", "은(는)"),
        ("", "이/가", "이(가)"),
        ("★", "과/와", "와(과)"),
        ("", "으로/로", "(으)로"),
    ],
)
def test_where_nobody_can_say_the_word_both_forms_are_given(word, pair, both):
    assert particle(word, pair) == both


def test_an_unknown_pair_is_refused_loudly():
    with pytest.raises(ValueError, match="no pair of particles"):
        particle("소금빵", "을를")


@pytest.mark.parametrize(
    ("text", "words", "wrong"),
    [
        ("X1는 가벼워요", [], [("X1", "는", "은")]),
        ("USB을 꽂아요", [], [("USB", "을", "를")]),
        ("30%을 할인해요", [], [("30%", "을", "를")]),
        ("소금빵를 구워요", [], [("소금빵", "를", "을")]),
        ("서울으로 가요", [], [("서울", "으로", "로")]),
        ("오늘은 소금빵예요", [], [("소금빵", "예요", "이에요")]),
        ("라떼이 나왔어요", ["라떼"], [("라떼", "이", "가")]),
        ("딸기라떼은 달아요", ["라떼"], [("라떼", "은", "는")]),
        ("소금빵와 라떼과 우유", ["소금빵", "라떼"], [("소금빵", "와", "과"), ("라떼", "과", "와")]),
        ("‘소금빵’는 오늘", ["소금빵"], [("소금빵", "는", "은")]),
        ("X1로 들어요", ["X1"], []),  # 엑스일로 is said too
        ("X1으로 들어요", ["X1"], []),
        ("마을을 지나 고양이가 노을을 봐요", [], []),
        ("종로3가에서 제5과를 읽어요", [], []),
        ("먹는 물은 있는 그대로", [], []),
        ("소금빵이 나왔어요. 소금빵은 오늘만.", ["소금빵"], []),
        ("라떼가루와 라떼는 달라요", ["라떼"], []),
        ("5G는 빠르고 VR을 써요", [], []),
        ("앞으로 나아가는 사람, 스스로 고르는 하루", [], []),
        ("24시간 배터리로 하루를", ["24시간 배터리"], []),
        ("이를 모를 때, 빠를수록 부를 노래", [], []),
    ],
)
def test_only_wrong_particles_are_found(text, words, wrong):
    found = wrong_particles(text, words)

    assert [(w.word, w.particle, w.right) for w in found] == wrong
    assert all(text[w.start : w.end] == w.particle for w in found)


@given(st.text(max_size=20), st.sampled_from(sorted(PAIRS)))
def test_any_text_gets_a_particle(word, pair):
    assert attach(word, pair).startswith(word)
    assert set(endings(word)) <= {"vowel", "rieul", "consonant"}


@given(
    st.text(alphabet="가나다람빵물X1USB 24%kgPro", min_size=1, max_size=12),
    st.sampled_from(["은/는", "을/를", "으로/로"]),
)
def test_what_we_attach_is_never_called_wrong(word, pair):
    assert wrong_particles(f"{attach(word, pair)} ", [word]) == []
