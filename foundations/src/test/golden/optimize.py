"""Minima that scipy finds, with tolerances far below those we compare at."""
import numpy as np
import scipy
from scipy import optimize

from golden import Golden

SEED = 20
rng = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)


def styblinski(x):
    return 0.5 * np.sum(x**4 - 16 * x**2 + 5 * x)


def beale(x):
    return (1.5 - x[0] + x[0] * x[1]) ** 2 + (2.25 - x[0] + x[0] * x[1] ** 2) ** 2 + (2.625 - x[0] + x[0] * x[1] ** 3) ** 2


rows = rng.normal(size=(60, 3))
labels = (rng.random(60) < 1 / (1 + np.exp(-(0.5 + rows @ [1.0, -2.0, 0.3])))).astype(float)


def logistic(w):
    margin = w[0] + rows @ w[1:]
    return np.sum(np.logaddexp(0, margin) - labels * margin) + 0.5 * np.dot(w[1:], w[1:])


def best(function, start):
    found = optimize.minimize(function, start, method="BFGS", options={"gtol": 1e-9})
    return optimize.minimize(function, found.x, method="Nelder-Mead", options={"xatol": 1e-12, "fatol": 1e-14, "maxiter": 20000})


golden.add("logistic_rows", rows)
golden.add("logistic_labels", labels)
found = best(logistic, np.zeros(4))
golden.add("logistic_point", found.x)
golden.add("logistic_value", found.fun)
found = best(styblinski, np.full(3, -1.0))
golden.add("styblinski_point", found.x)
golden.add("styblinski_value", found.fun)
found = best(beale, np.array([1.0, 1.0]))
golden.add("beale_point", found.x)
golden.add("beale_value", found.fun)
found = optimize.minimize_scalar(lambda x: np.sin(x) + np.sin(10 * x / 3), bounds=(4.5, 6.5), method="bounded", options={"xatol": 1e-12})
golden.add("sines_point", found.x)
golden.add("sines_value", found.fun)
golden.write()
