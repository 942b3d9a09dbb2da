"""Minimum covariance determinant of scikit-learn: the best subset found from very many starts."""
import numpy as np
from sklearn.covariance import fast_mcd

from golden import Golden

SEED = 20253
random = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)
x = random.normal(size=(60, 3)) @ np.array([[1, 0.5, 0], [0, 2, 0.3], [0, 0, 0.7]])
x[:12] += [8, -6, 5]
golden.add("x", x)
best = None
for attempt in range(20):  # one call makes 30 starts, which the best subset may escape
    location, covariance, support, _ = fast_mcd(x, random_state=attempt)
    determinant = np.linalg.slogdet(covariance)[1]
    if best is None or determinant < best[0]:
        best = (determinant, location, covariance, support)
golden.add("log_determinant", best[0])
golden.add("location", best[1])
golden.add("covariance", best[2])
golden.add("support", best[3])
golden.write()
