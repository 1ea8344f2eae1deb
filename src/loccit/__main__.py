"""`python -m loccit`."""

from loccit.cli import main

main(prog_name="loccit")
