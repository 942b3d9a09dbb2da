"""Writes golden tables: numbers that other people's programs computed, frozen for our tests to be judged by.

Every script beside this one makes one table:  /usr/bin/python3 foundations/src/test/golden/NAME.py
The tables lie in src/test/resources/golden/NAME.txt: a header of '#' lines (programs, versions, seed, date), then blocks of
one line 'name rows columns' and the values, row after row, with 17 significant digits so that no digit is lost.
"""
import datetime
import pathlib
import sys

import numpy as np


class Golden:
    def __init__(self, script, seed):
        name = pathlib.Path(script).stem
        self.path = pathlib.Path(script).resolve().parent.parent / "resources" / "golden" / (name + ".txt")
        self.lines = [f"# made by {pathlib.Path(script).name} with {self.versions()}, seed {seed}, {datetime.date.today()}"]

    @staticmethod
    def versions():
        found = ["Python " + sys.version.split()[0]]
        for module in ("numpy", "scipy", "sklearn", "statsmodels", "pywt", "xgboost"):
            if module in sys.modules:
                found.append(f"{module} {sys.modules[module].__version__}")
        return ", ".join(found)

    def add(self, name, values):
        """Adds a number, a vector (one row) or a matrix."""
        table = np.atleast_2d(np.asarray(values, dtype=float))
        self.lines.append(f"{name} {table.shape[0]} {table.shape[1]}")
        self.lines += [" ".join(repr(float(value)) for value in row) for row in table]

    def write(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text("\n".join(self.lines) + "\n")
        print(self.path.name, len(self.lines), "lines")
