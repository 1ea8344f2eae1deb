"""The application: all routes, behind the guard."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from loccit._startup.plugins import modules_in
from loccit.servers.desk import routes
from loccit.servers.desk.answers import json_answer
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.guard import Door, Guard
from loccit.servers.desk.page import page_routes


def make_app(desk: Desk, door: Door) -> Guard:
    """Make the application for a desk that is reached through a door.

    The guard is around all of it, also around what answers if a handler is broken.
    """
    found = [route for module in modules_in(routes.__name__) for route in module.ROUTES]
    app = Starlette(
        routes=[*found, Route("/api/events", _events), *page_routes()],
        exception_handlers={HTTPException: _unknown, Exception: _broken},
    )
    app.state.desk = desk
    return Guard(app, door)


async def _events(request: Request) -> Response:
    """Stream what happens; a tab that goes away ends its stream."""
    desk: Desk = request.app.state.desk
    return StreamingResponse(desk.events.listen(), media_type="text/event-stream")


def _unknown(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    value = {"kind": "not-found", "message": "There is nothing here.", "advice": ""}
    return json_answer({"error": value}, error.status_code)


def _broken(request: Request, error: Exception) -> Response:
    """Answer without the details, which the terminal shows."""
    message = "Something in loccit is broken; the terminal says more."
    value = {"kind": "internal", "message": message, "advice": "Please report it."}
    return json_answer({"error": value}, 500)
