import pytest

from nlp.language import DraftLanguage, identify_language


@pytest.mark.parametrize(
    "text",
    [
        "I switched to it last year and never looked back.",
        "great post",
        "Thanks for sharing this!",
        "+1 same here",
        "does anyone know why this fails on windows",
        "SO TRUE!!! 😂",
        "Danke! I will try this on my machine tonight.",
        "Port 8080.",
        "@maria https://example.org/a I wrote about this here",
    ],
)
def test_reads_english(text):
    assert identify_language(text) is DraftLanguage.ENGLISH


@pytest.mark.parametrize(
    "text",
    [
        "Das ist wirklich ein sehr guter Beitrag, vielen Dank dafür.",
        "Merci pour ce tutoriel, il est vraiment très utile",
        "Me encantan tus vídeos, soy súper fan",
        "Большое спасибо за статью",
        "とても良い記事です",
        "ধন্যবাদ ভাই",
        "@maria ¿Cuándo estará disponible la nueva versión? https://example.org",
    ],
)
def test_knows_other_languages(text):
    assert identify_language(text) is DraftLanguage.OTHER


@pytest.mark.parametrize(
    "text", ["", "   ", "😂😂😂", "https://example.org/english/words", "@maria #ta", "1!"]
)
def test_says_when_there_are_no_words(text):
    assert identify_language(text) is DraftLanguage.TOO_LITTLE


@pytest.mark.parametrize("text", ["\ud83d", "broken \udc00 pair \x00 xx yy zz"])
def test_survives_what_is_no_text(text):
    assert identify_language(text) in DraftLanguage
