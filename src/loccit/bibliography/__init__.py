"""Files of sources <-> model.Source: open a library, look sources up by key, write them
in any format.
"""

from loccit.bibliography.library import Library, open_library
from loccit.bibliography.write import losses, write_sources

__all__ = ["Library", "losses", "open_library", "write_sources"]
