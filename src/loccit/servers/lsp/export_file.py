"""Make a file of an essay, while other requests are answered."""

from __future__ import annotations

from loccit.drafting.opened.open_essay import OpenEssay
from loccit.errors import InvalidChange
from loccit.servers.lsp.server import Server
from loccit.text_files.atomic_write import write_atomically


async def export_to(server: Server, essay: OpenEssay, to: str, output: str) -> str:
    """Export an essay, and return the address of the file.

    Args:
        server: the server.
        essay: the essay.
        to: the name of an export.
        output: the file.

    Raises:
        LoccitError: it can't be made or written.
    """
    # It knows all exports, for which no other answer has to wait.
    from loccit.drafting.essay.export import export_essay

    path = (essay.path.parent / output).absolute()
    if path in (essay.path, *essay.library.files):
        raise InvalidChange(
            f"{path.name} is what is written from.", advice="Name another file."
        )

    def make() -> None:
        write_atomically(path, export_essay(essay, to).data)

    await server.aside(f"Making {path.name}", make)
    return server.uri(path)
