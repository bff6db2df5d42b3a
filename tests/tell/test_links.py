import pytest

from rashomon.tell.links import followable, urn


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://post.example/a?b=1&c=2#d", "https://post.example/a?b=1&c=2#d"),
        ("  http://post.example/%20x ", "http://post.example/%20x"),
        ("https://bücher.example/ä", "https://bücher.example/ä"),
        ('https://x.example/"on="a(1)', "https://x.example/%22on=%22a(1)"),
        ("https://x.example/<b> {c}\\", "https://x.example/%3Cb%3E%20%7Bc%7D%5C"),
        ("https://x.example/\u202egpj", "https://x.example/%E2%80%AEgpj"),
        ("https://x.example/\ud800", "https://x.example/%3F"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("https:///path", None),
        ("https://[broken", None),
        ("//post.example/a", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_followed(url: str | None, followed: str | None) -> None:
    assert followable(url) == followed


def test_a_name_is_stable_and_keeps_borders() -> None:
    assert urn("claim", "a") == "urn:uuid:" + urn("claim", "a").removeprefix("urn:uuid:")
    assert urn("claim", "a") == urn("claim", "a")
    assert urn("a", "bc") != urn("ab", "c")
