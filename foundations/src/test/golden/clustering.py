"""k-means, mixtures, DBSCAN and hierarchical clustering of scikit-learn and SciPy on small tables."""
import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.cluster import DBSCAN, KMeans
from sklearn.mixture import GaussianMixture

from golden import Golden

SEED = 20261
random = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)
centres = np.array([[0.0, 0, 0], [4, 1, -2], [-3, 4, 1], [1, -5, 3]])
truth = random.integers(4, size=120)
x = np.round(centres[truth] + random.normal(size=(120, 3)) * np.array([1.0, 1.5, 0.7]), 4)
golden.add("x", x)
for k in (3, 6, 9):  # from the first rows, so that everybody starts alike
    model = KMeans(k, init=x[:k], n_init=1, tol=0, max_iter=500, algorithm="lloyd").fit(x)
    golden.add(f"kmeans_{k}", [model.inertia_])
    golden.add(f"kmeans_centres_{k}", model.cluster_centers_)
    golden.add(f"kmeans_labels_{k}", model.labels_)
for shape, name in (("full", "full"), ("diag", "diagonal"), ("spherical", "spherical")):
    model = GaussianMixture(4, covariance_type=shape, tol=1e-12, max_iter=2000, n_init=5, random_state=1).fit(x)
    golden.add("mixture_" + name, [model.score(x) * len(x), model.bic(x)])
    order = np.argsort(model.means_[:, 0])
    golden.add("mixture_means_" + name, model.means_[order])
    golden.add("mixture_weights_" + name, model.weights_[order])
    golden.add("mixture_densities_" + name, model.score_samples(x[:5] + 0.5))
for radius, least in ((1.0, 5), (1.5, 4), (1.5, 10)):
    model = DBSCAN(eps=radius, min_samples=least).fit(x)
    golden.add(f"dbscan_{radius}_{least}", model.labels_)
    golden.add(f"dbscan_cores_{radius}_{least}", np.isin(np.arange(120), model.core_sample_indices_))
for method in ("single", "complete", "average", "ward"):
    merges = linkage(x[:60], method)
    golden.add("merges_" + method, merges)
    golden.add("cut_" + method, fcluster(merges, 5, "maxclust"))
golden.write()
