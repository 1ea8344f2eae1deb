"""The page itself: files that were built from `desk/` at the top of the repository."""

from __future__ import annotations

import secrets
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

#: Where the built files are; `index.html` is the page.
STATIC = Path(__file__).parent / "static"
#: What `index.html` has in place of a nonce (CSP Level 3, section 8.1).
_NONCE = "{{nonce}}"
#: What the page may load: its own files, and the styles that its editor makes, which
#: carry the nonce.  Nothing is inline, and nothing comes from elsewhere.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_NOT_BUILT = (
    "The page of the desk is not built.\n"
    "In a copy of the repository: cd desk && npm ci && npm run build\n"
)


def page_routes() -> list[BaseRoute]:
    """Return the routes of the page and its files."""
    assets = STATIC / "assets"
    files = [Mount("/assets", StaticFiles(directory=assets))] if assets.is_dir() else []
    return [Route("/", page), *files]


def page(request: Request) -> Response:
    """Answer with the page, and the policy that it lives under."""
    try:
        html = (STATIC / "index.html").read_text("utf-8")
    except OSError:
        return PlainTextResponse(_NOT_BUILT, 501)
    nonce = secrets.token_urlsafe(16)
    headers = {"Content-Security-Policy": _POLICY.format(nonce=nonce)}
    return HTMLResponse(html.replace(_NONCE, nonce), headers=headers)
