"""Both languages are whole."""

from sparklio.catalogue import of_template, update


def test_every_sentence_has_its_korean():
    _, missing = update(write=False)

    assert not missing, f"manage.py messages: {len(missing)} without Korean, such as {missing[:5]}"


def test_placeholders_are_the_same_in_korean():
    catalogue, _ = update(write=False)

    assert not [error for message in catalogue for error in message.check(catalogue)]


def test_sentences_are_found_in_templates():
    source = (
        "{% load i18n %}{% translate 'Save it' %}{% blocktranslate count n=n %}{{ n }} brief"
        "{% plural %}{{ n }} briefs{% endblocktranslate %}{% translate 'May' context 'month' %}"
    )

    assert list(of_template(source, "t")) == [
        ("Save it", None),
        (("%(n)s brief", "%(n)s briefs"), None),
        ("May", "month"),
    ]
