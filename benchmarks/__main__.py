"""All that docs/benchmarks.md says of speed, beside the peers, in one run.

    .venv/bin/python -m benchmarks [--compiled PYTHON] [--citeproc-js FOLDER]
        [--peers PYTHON]

The peers come from registries: pandoc, refkit and typst from PyPI with the extra `dev`,
citeproc-js from npm (FOLDER has its `node_modules`), and the parsers of BibTeX are
looked for in PYTHON.  `--compiled` names a Python that has loccit's compiled wheel.
The whole takes about an hour, on a machine without other work.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

#: The benchmarks with their options, from what a writer notices first to whole archives.
BENCHMARKS = (
    "start_up",
    "format_essay",
    "thesis --growth",
    "session",
    "lsp",
    "desk",
    "library",
    "library --formats --sizes 10000 --runs 1",
    "at_scale --local --rates 1000 --kill 20000",
)
#: Which of them take which option.
_TAKES = {
    "compiled": ("thesis",),
    "citeproc_js": ("thesis",),
    "peers": ("library",),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("--compiled", metavar="PYTHON")
    parser.add_argument("--citeproc-js", metavar="FOLDER")
    parser.add_argument("--peers", metavar="PYTHON")
    given = vars(parser.parse_args())
    for benchmark in BENCHMARKS:
        name, *options = benchmark.split()
        for option, takers in _TAKES.items():
            if given[option] and name in takers:
                options += [f"--{option.replace('_', '-')}", given[option]]
        print(f"\n## {' '.join([name, *options])}\n", flush=True)
        module = [sys.executable, "-m", f"benchmarks.{name}", *options]
        subprocess.run(module, check=False)


if __name__ == "__main__":
    main()
