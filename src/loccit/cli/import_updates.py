"""Show what has changed at the source since the last import."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from loccit.cli.terminal import MOST, counted
from loccit.editing.import_sources import FieldChange, SourceUpdate
from loccit.model.csl_json import source_from_csl_json
from loccit.values.dates import write_date
from loccit.values.names import inverted_name


def show_updates(updates: Sequence[SourceUpdate], *, dry_run: bool) -> None:
    """Print, for each source, the fields that are different at the source."""
    for update in updates[:MOST]:
        source = update.source
        click.echo(f"{source.place}: `{source.key}` is different at the source:")
        for field in update.fields:
            _show_field(field)
    taken = sum(_has(update, "taken") for update in updates)
    would_be = "would be " if dry_run else ""
    parts = [f"{counted(taken, 'source')} {would_be}updated"]
    kept = sum(not _is_all_taken(update) for update in updates)
    if kept:
        parts.append(f"of {counted(kept, 'source')} your own values stay")
    click.echo(", ".join(parts), err=True)


def hint_at_updates(updates: Sequence[SourceUpdate]) -> None:
    """Say that sources have changed, and how to take that."""
    if not updates:
        return
    keys = ", ".join(f"`{update.source.key}`" for update in updates[:MOST])
    click.echo(
        f"Changed at the source since the last import: {keys}. `--update` shows what, "
        "and takes what you have not changed yourself.",
        err=True,
    )


def _show_field(field: FieldChange) -> None:
    click.echo(f"  {field.name}")
    if field.before is not None:
        click.secho(f"    - {_shown(field.name, field.before)}", fg="red")
    after = "" if field.after is None else _shown(field.name, field.after)
    click.secho(f"    + {after}".rstrip(), fg="green")
    if field.outcome == "taken":
        return
    ours = "nothing" if not field.ours else _shown(field.name, field.ours)
    click.secho(f"    yours stays: {ours}", fg="yellow")


def _shown(name: str, value: object) -> str:
    """Return a value of a .bib file, or of CSL-JSON, in one line."""
    if isinstance(value, str):
        return " ".join(value.split())
    read = source_from_csl_json({name: value})
    if date := read.date(name):
        return write_date(date)
    names = "; ".join(map(inverted_name, read.names(name)))
    return names or read.plain(name) or json.dumps(value, ensure_ascii=False)


def _has(update: SourceUpdate, outcome: str) -> bool:
    return any(field.outcome == outcome for field in update.fields)


def _is_all_taken(update: SourceUpdate) -> bool:
    return all(field.outcome == "taken" for field in update.fields)
