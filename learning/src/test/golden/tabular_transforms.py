"""Writes what scikit-learn makes of a table, frozen for the transforms to be judged by.

    /usr/bin/python3 learning/src/test/golden/tabular_transforms.py

The table lies in src/test/resources/golden/tabular_transforms.csv: the first TRAIN rows were learned from, all were
transformed. Columns a to e and note are the input (ga, gb, gc: a, b and c with gaps); each other column is named
'transform column'.
"""
import csv
import pathlib

import numpy as np
import sklearn
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.impute import IterativeImputer, KNNImputer, SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.preprocessing import (KBinsDiscretizer, MinMaxScaler, PolynomialFeatures, PowerTransformer,
                                   QuantileTransformer, RobustScaler, StandardScaler)

TRAIN, ROWS, SEED = 30, 40, 5
random = np.random.default_rng(SEED)
a = random.normal(2, 3, ROWS)
b = np.exp(random.normal(0, 1, ROWS)) + 0.1 * np.abs(a)
c = random.integers(0, 5, ROWS).astype(float)
X = np.column_stack([a, b, c])
G = X.copy()
G[:, 0] += 0.5 * G[:, 1]
G[random.random(ROWS) < 0.25, 0] = np.nan
G[random.random(ROWS) < 0.15, 1] = np.nan
G[random.random(ROWS) < 0.35, 2] = np.nan
words = ["pump", "leak", "seal", "noise", "hot", "vibration", "ok"]
notes = [" ".join(random.choice(words, random.integers(1, 6))).replace("hot", "Hot!") for _ in range(ROWS)]

out = {"a": a, "b": b, "c": c, "ga": G[:, 0], "gb": G[:, 1], "gc": G[:, 2], "note": notes}


def add(name, method, rows, names):
    changed = method.fit(rows[:TRAIN]).transform(rows)
    for i, column in enumerate(names):
        out[f"{name} {column}"] = changed[:, i]


abc, gaps = ["a", "b", "c"], ["ga", "gb", "gc"]
add("standard", StandardScaler(), X, abc)
add("robust", RobustScaler(), X, abc)
add("minmax", MinMaxScaler(clip=True), X, abc)
add("uniform", QuantileTransformer(n_quantiles=20), X, abc)
add("normal", QuantileTransformer(n_quantiles=1000, output_distribution="normal"), X, abc)
add("boxcox", PowerTransformer("box-cox"), X[:, [1]], ["b"])
add("yeojohnson", PowerTransformer("yeo-johnson"), X, abc)
add("mean", SimpleImputer(strategy="mean"), G, gaps)
add("median", SimpleImputer(strategy="median"), G, gaps)
add("mode", SimpleImputer(strategy="most_frequent"), G, gaps)
add("knn", KNNImputer(n_neighbors=3), G, gaps)
add("knndistance", KNNImputer(n_neighbors=4, weights="distance"), G, gaps)
add("iterative", IterativeImputer(Ridge(alpha=0.01), max_iter=10, tol=1e-3, skip_complete=True), G, gaps)
add("width", KBinsDiscretizer(4, encode="ordinal", strategy="uniform"), X, ["a", "b"])
add("quantile", KBinsDiscretizer(4, encode="ordinal", strategy="quantile"), X, ["a", "b"])
poly = PolynomialFeatures(3, include_bias=False).fit(X[:TRAIN])
names = poly.get_feature_names_out(abc)
for i in range(3, len(names)):
    out["poly " + names[i].replace(" ", "*")] = poly.transform(X)[:, i]
tfidf = TfidfVectorizer(min_df=2).fit(notes[:TRAIN])
for i, word in enumerate(tfidf.get_feature_names_out()):
    out["tfidf " + word] = tfidf.transform(notes).toarray()[:, i]

path = pathlib.Path(__file__).resolve().parent.parent / "resources" / "golden" / "tabular_transforms.csv"
with path.open("w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(out)
    for r in range(ROWS):
        rows.writerow([v[r] if isinstance(v[r], str) else "" if np.isnan(v[r]) else repr(float(v[r])) for v in out.values()])
print(path.name, len(out), "columns, scikit-learn", sklearn.__version__, "numpy", np.__version__)
