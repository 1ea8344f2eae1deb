"""Compile the rooms of loccit where a long essay spends its time, with mypyc.

`LOCCIT_COMPILE=1 pip install .` does it by the build hook in `hook.py`.
"""
