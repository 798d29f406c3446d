from __future__ import annotations

import pytest

from dealwire.core.read import language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme raises $12 million in a round led by Example Capital", "en"),
        ("Acme raises $12M", "en"),
        ("甲公司完成亿元A轮融资", "zh"),
        ("甲乙AI获Example Ventures投资", "zh"),
        ("甲乙 raises $12M Series A", "en"),
        ("Acme（甲乙）was founded in Beijing by two engineers of the same school", "en"),
        ("La société lève dix millions pour le développement de la plateforme", "other"),
        ("Das Unternehmen hat mit der Bank eine neue Runde für die Firma", "other"),
        ("株式会社は本日、資金調達を実施したと発表しました", "other"),
        ("Компания привлекла десять миллионов", "other"),
        ("2026", "other"),
        ("", "other"),
    ],
)
def test_detect(text: str, expected: str) -> None:
    assert language.detect(text) == expected


def test_a_declared_language_counts_unless_the_script_speaks_against_it() -> None:
    assert language.of("Acme raises $12M", "fr-FR") == "fr"
    assert language.of("Acme raises $12M", "en_US") == "en"
    assert language.of("甲公司完成亿元A轮融资", "en-US") == "zh"
    assert language.of("Acme raises $12M", "zh-CN") == "en"
    assert language.of("Acme raises $12M", "?") == "en"
