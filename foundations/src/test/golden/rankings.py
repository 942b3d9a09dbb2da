"""Metrics of rankings and clusters by scikit-learn."""
import numpy as np
from sklearn import metrics as m

from golden import Golden

seed = 12
rng = np.random.default_rng(seed)
out = Golden(__file__, seed)

relevance = rng.integers(0, 4, 30)
score = np.round(relevance * 0.3 + rng.normal(size=30), 1)  # ties
out.add("relevance", relevance)
out.add("score", score)
out.add("gains", [m.ndcg_score([relevance], [score], k=k) for k in (1, 5, 10, 30)])

n = 45
classes = rng.integers(0, 3, n)
rows = rng.normal(size=(n, 3)) + 2.0 * classes[:, None]
clusters = np.where(rng.random(n) < 0.3, rng.integers(0, 5, n), classes + 1)
out.add("classes", classes)
out.add("clusters", clusters)
out.add("rows", rows)
h, c, v = m.homogeneity_completeness_v_measure(classes, clusters)
out.add("agreement", [m.adjusted_rand_score(classes, clusters), m.mutual_info_score(classes, clusters),
                      m.normalized_mutual_info_score(classes, clusters), m.adjusted_mutual_info_score(classes, clusters), h, c])
out.add("shape", [m.silhouette_score(rows, clusters), m.davies_bouldin_score(rows, clusters),
                  m.calinski_harabasz_score(rows, clusters)])
out.add("silhouettes", m.silhouette_samples(rows, clusters))
out.write()
