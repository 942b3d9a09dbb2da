"""Support vector machines of scikit-learn (LIBSVM) on one small table: decisions and dual objectives."""
import numpy as np
from sklearn.kernel_ridge import KernelRidge
from sklearn.metrics.pairwise import pairwise_kernels
from sklearn.svm import SVC, SVR, OneClassSVM

from golden import Golden

SEED = 20252
random = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)
x = random.normal(size=(90, 3))
labels = (x[:, 0] + 0.6 * random.normal(size=90) > 0).astype(int) + (x[:, 1] ** 2 > 0.7)
binary = (labels > 0).astype(int)
y = np.sin(2 * x[:, 0]) + x[:, 1] + 0.2 * random.normal(size=90)
weights = random.integers(1, 4, size=90).astype(float)
queries = random.normal(size=(10, 3))
for name, block in dict(x=x, labels=labels, binary=binary, y=y, weights=weights, queries=queries).items():
    golden.add(name, block)
TIGHT = dict(tol=1e-10)
kernels = dict(linear=dict(kernel="linear"), rbf=dict(kernel="rbf", gamma=0.4), automatic=dict(kernel="rbf"),
               polynomial=dict(kernel="poly", degree=3, gamma=0.5, coef0=1.0),
               sigmoid=dict(kernel="sigmoid", gamma=0.1, coef0=-0.2))


def parameters(settings, model):
    found = {k: v for k, v in settings.items() if k in ("degree", "coef0")}
    if settings["kernel"] != "linear":
        found["gamma"] = model._gamma
    return found


for name, settings in kernels.items():
    model = SVC(C=1.5, **settings, **TIGHT).fit(x, binary)
    golden.add(f"svc_{name}", model.decision_function(queries))
    k = pairwise_kernels(model.support_vectors_, metric=settings["kernel"], **parameters(settings, model))
    b = model.dual_coef_[0]
    golden.add(f"svc_{name}_objective", 0.5 * b @ k @ b - np.abs(b).sum())
    golden.add(f"svc_{name}_count", len(model.support_))
golden.add("svc_balanced", SVC(C=1.5, gamma=0.4, class_weight="balanced", **TIGHT).fit(x, binary).decision_function(queries))
golden.add("svc_weighted", SVC(C=1.5, gamma=0.4, **TIGHT).fit(x, binary, sample_weight=weights).decision_function(queries))
three = SVC(C=1.5, gamma=0.4, decision_function_shape="ovo", **TIGHT).fit(x, labels)
golden.add("svc_three", three.decision_function(queries))
golden.add("svc_three_predicted", three.predict(queries))
svr = SVR(C=2, epsilon=0.15, gamma=0.4, **TIGHT).fit(x, y)
golden.add("svr", svr.predict(queries))
b = svr.dual_coef_[0]
golden.add("svr_objective", 0.5 * b @ pairwise_kernels(svr.support_vectors_, metric="rbf", gamma=0.4) @ b
           - b @ y[svr.support_] + 0.15 * np.abs(b).sum())
one = OneClassSVM(nu=0.2, gamma=0.4, **TIGHT).fit(x)
golden.add("one_class", one.decision_function(queries))
golden.add("kernel_ridge", y.mean() + KernelRidge(alpha=0.5, kernel="rbf", gamma=0.4).fit(x, y - y.mean()).predict(queries))
golden.write()
