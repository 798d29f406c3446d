from __future__ import annotations

import pytest

from dealwire.core.read.excerpts import is_excerpt

WHOLE = "Tarn Robotics builds arms that sort parcels, and has raised $8 million for a second workshop. " * 8


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tarn Robotics has raised $8 million.",
        WHOLE + "The money will …",
        WHOLE + "The money will [...]",
        WHOLE + "Read more »",
        WHOLE + "Continue reading",
        WHOLE + "The post Tarn raises $8m appeared first on Fjordpost.",
        "塔恩机器人完成A轮融资。" * 20,
        "塔恩机器人完成A轮融资。" * 60 + "阅读全文>>",
    ],
)
def test_summaries_and_beginnings_are_excerpts(text: str) -> None:
    assert is_excerpt(text)


@pytest.mark.parametrize("text", [WHOLE, WHOLE + "Read more about it in March.", "塔恩机器人完成A轮融资。" * 60])
def test_whole_articles_are_not(text: str) -> None:
    assert not is_excerpt(text)
