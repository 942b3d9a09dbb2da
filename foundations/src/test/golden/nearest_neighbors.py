"""Nearest neighbours and local outlier factors of scikit-learn on one small table."""
import numpy as np
from sklearn.neighbors import (KNeighborsClassifier, KNeighborsRegressor, LocalOutlierFactor, NearestNeighbors)

from golden import Golden

SEED = 20251
random = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)
x = random.normal(size=(60, 3))
labels = (x[:, 0] + 0.5 * random.normal(size=60) > 0).astype(int) + (x[:, 1] > 0.5)
y = x[:, 0] ** 2 + x[:, 1]
queries = random.normal(size=(12, 3))
for name, block in dict(x=x, labels=labels, y=y, queries=queries).items():
    golden.add(name, block)
covariance = np.cov(x.T)
golden.add("covariance", covariance)
metrics = dict(euclidean={}, manhattan={}, chebyshev={}, minkowski=dict(p=3),
               mahalanobis=dict(metric_params=dict(VI=np.linalg.inv(covariance))))
for metric, extra in metrics.items():
    search = NearestNeighbors(n_neighbors=4, metric=metric, algorithm="brute", **extra).fit(x)
    distances, positions = search.kneighbors(queries)
    golden.add(metric + "_distances", distances)
    golden.add(metric + "_positions", positions)
places = np.radians(np.column_stack([random.uniform(-89, 89, 40), random.uniform(-180, 180, 40)]))
golden.add("places", places)
distances, positions = NearestNeighbors(n_neighbors=4, metric="haversine", algorithm="brute").fit(places).kneighbors(places[:8])
golden.add("haversine_distances", distances)
golden.add("haversine_positions", positions)
for weights in ("uniform", "distance"):
    golden.add(f"probabilities_{weights}", KNeighborsClassifier(5, weights=weights).fit(x, labels).predict_proba(queries))
    golden.add(f"predicted_{weights}", KNeighborsRegressor(5, weights=weights).fit(x, y).predict(queries))
lof = LocalOutlierFactor(n_neighbors=7, novelty=True).fit(x)
golden.add("lof_train", -lof.negative_outlier_factor_)
golden.add("lof_queries", -lof.score_samples(queries))
golden.write()
