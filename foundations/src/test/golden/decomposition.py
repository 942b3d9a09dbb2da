"""Components and factors of scikit-learn on small tables."""
import numpy as np
from sklearn.decomposition import NMF, PCA, FastICA, KernelPCA, TruncatedSVD

from golden import Golden

SEED = 20262
random = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)
x = np.round(random.normal(size=(40, 5)) @ random.normal(size=(5, 5)) + np.array([1.0, -2, 0, 5, 3]), 4)
golden.add("x", x)
model = PCA(3).fit(x)
golden.add("pca_variance", model.explained_variance_)
golden.add("pca_share", model.explained_variance_ratio_)
golden.add("pca_axes", model.components_)
golden.add("pca_transformed", model.transform(x))
golden.add("pca_inverse", model.inverse_transform(model.transform(x)))
golden.add("pca_white", PCA(3, whiten=True).fit_transform(x))
for name, settings in dict(rbf=dict(kernel="rbf", gamma=0.05), polynomial=dict(kernel="poly", degree=2, gamma=0.1, coef0=1),
                           linear=dict(kernel="linear"), sigmoid=dict(kernel="sigmoid", gamma=0.01, coef0=0.1)).items():
    model = KernelPCA(3, eigen_solver="dense", **settings).fit(x)
    golden.add("kernel_values_" + name, model.eigenvalues_)
    golden.add("kernel_transformed_" + name, model.transform(x[:6] + 0.5))
golden.add("svd_values", TruncatedSVD(3, algorithm="arpack").fit(x).singular_values_)
v = np.round(random.gamma(2.0, size=(30, 3)) @ random.gamma(1.0, size=(3, 8)) + 0.3 * random.random((30, 8)), 4)
w = np.round(random.random((30, 3)) + 0.1, 4)
h = np.round(random.random((3, 8)) + 0.1, 4)
for name, block in dict(v=v, w=w, h=h).items():
    golden.add(name, block)
ways = dict(coordinates=dict(solver="cd"), multiplicative=dict(solver="mu"),
            divergence=dict(solver="mu", beta_loss="kullback-leibler"))
for name, settings in ways.items():
    for steps in (5, 40):
        model = NMF(3, init="custom", max_iter=steps, tol=0, **settings)
        weights = model.fit_transform(v.copy(), W=w.copy(), H=h.copy())
        golden.add(f"nmf_{name}_{steps}", model.reconstruction_err_ ** 2 / 2)
        if steps == 5:
            golden.add(f"nmf_parts_{name}", model.components_)
time = np.linspace(0, 8, 200)
sources = np.column_stack([np.sin(2 * time), np.sign(np.sin(3 * time)), (time * 1.3) % 2 - 1])
mixed = np.round(sources @ np.array([[1, 1, 1], [0.5, 2, 1.0], [1.5, 1.0, 2.0]]).T, 4)
golden.add("mixed", mixed)
golden.add("sources", FastICA(3, whiten="unit-variance", random_state=0, tol=1e-12, max_iter=2000).fit_transform(mixed))
golden.write()
