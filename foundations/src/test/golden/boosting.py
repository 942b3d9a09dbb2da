"""Histogram gradient boosting on columns of few distinct values, where every program has the same bins."""
import numpy as np
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor

from golden import Golden

SEED = 20261120
ROWS = 240
random = np.random.default_rng(SEED)
out = Golden(__file__, SEED)

x = np.column_stack([
    random.integers(0, 30, ROWS) / 4,
    random.integers(-10, 11, ROWS),
    random.integers(0, 50, ROWS) / 10,
    random.integers(0, 6, ROWS),
]).astype(float)
x[random.random(ROWS) < 0.15, 1] = np.nan
x[random.random(ROWS) < 0.05, 3] = np.nan
signal = np.sin(x[:, 0]) * 2 + np.where(np.isnan(x[:, 1]), 3, 0.2 * x[:, 1]) + np.where(np.isin(x[:, 3], [1, 4]), 2, 0)
y = np.round(signal + 0.5 * random.standard_normal(ROWS), 6)
counts = random.poisson(np.exp(0.3 * signal))
two = (signal + random.standard_normal(ROWS) > 1).astype(int)
three = np.digitize(signal + random.standard_normal(ROWS), [0, 2])
weights = random.integers(1, 5, ROWS).astype(float)
weights /= weights.mean()

out.add("x", x)
for name, values in (("y", y), ("counts", counts), ("two", two), ("three", three), ("weights", weights)):
    out.add(name, values)

common = dict(max_iter=20, max_leaf_nodes=8, min_samples_leaf=10, early_stopping=False, categorical_features=[3])
fits = {
    "squared": (HistGradientBoostingRegressor(**common), y, None),
    "penalised": (HistGradientBoostingRegressor(l2_regularization=5, max_depth=2, **common), y, None),
    "weighted": (HistGradientBoostingRegressor(**common), y, weights),
    "monotone": (HistGradientBoostingRegressor(monotonic_cst=[1, 0, -1, 0], **common), y, None),
    "absolute": (HistGradientBoostingRegressor(loss="absolute_error", **common), y, None),
    "quantile": (HistGradientBoostingRegressor(loss="quantile", quantile=0.8, **common), y, None),
    "poisson": (HistGradientBoostingRegressor(loss="poisson", **common), counts, None),
}
for name, (model, target, weight) in fits.items():
    out.add(name, model.fit(x, target, sample_weight=weight).predict(x))
out.add("binary", HistGradientBoostingClassifier(**common).fit(x, two).predict_proba(x)[:, 1])
out.add("softmax", HistGradientBoostingClassifier(**common).fit(x, three).predict_proba(x))
out.write()
