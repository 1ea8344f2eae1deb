"""The pages of rules as files, so that a code in an editor links to its page."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1000)
def page_address(rule: str) -> str | None:
    """Return the address of the page of a rule; None if there is none, or if it can't
    be written into the user's cache folder.
    """
    from loccit.lint.rule_page import rule_page  # it knows all rules

    page = rule_page(rule)
    if not page.page:
        return None
    path = _folder() / f"{rule}.md"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {rule}: {page.name}\n\n{page.page.strip()}\n", "utf-8")
    except OSError:
        return None
    return path.as_uri()


def _folder() -> Path:
    import platformdirs  # only who has problems needs it

    return platformdirs.user_cache_path("loccit") / "rules"
