"""Isotonic regression and Platt's sigmoid as scikit-learn fits them, beta by statsmodels, temperature by SciPy."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[4] / "foundations" / "src" / "test" / "golden"))

import numpy as np
import sklearn
import statsmodels.api
from golden import Golden
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax
from sklearn.calibration import _SigmoidCalibration
from sklearn.isotonic import IsotonicRegression

SEED = 20261120
random = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)

x = np.round(random.normal(size=80), 1)  # with ties
y = x + random.normal(size=80)
weights = random.integers(1, 4, size=80).astype(float)
at = np.linspace(-3.5, 3.5, 29)
fitted = IsotonicRegression(out_of_bounds="clip").fit(x, y, sample_weight=weights)
golden.add("isotonic_x", x)
golden.add("isotonic_y", y)
golden.add("isotonic_weights", weights)
golden.add("isotonic_at", at)
golden.add("isotonic_fitted", fitted.predict(at))

scores = random.normal(size=120)
labels = (random.random(120) < 1 / (1 + np.exp(-(1.7 * scores - 0.6)))).astype(int)
platt = _SigmoidCalibration().fit(scores, labels)
golden.add("platt_scores", scores)
golden.add("platt_labels", labels)
golden.add("platt_a", platt.a_)
golden.add("platt_b", platt.b_)

separable = np.array([-2.0, -1.0, -0.5, 0.5, 1.5, 2.5])
platt = _SigmoidCalibration().fit(separable, np.array([0, 0, 0, 1, 1, 1]))
golden.add("separable_scores", separable)
golden.add("separable_a", platt.a_)
golden.add("separable_b", platt.b_)

# beta calibration is a logistic regression on ln p and -ln(1 - p); fitted to Platt's targets as ours is
def beta(name, a, b, c, columns):
    said = random.beta(1.2, 1.5, size=150)
    risen = np.column_stack([np.log(said), -np.log1p(-said), np.ones(150)])
    happened = (random.random(150) < 1 / (1 + np.exp(-risen @ [a, b, c]))).astype(int)
    positives = happened.sum()
    targets = np.where(happened == 1, (positives + 1) / (positives + 2), 1 / (150 - positives + 2))
    family = statsmodels.api.families.Binomial()
    everything = statsmodels.api.GLM(targets, risen, family=family).fit(tol=1e-14).params
    assert (everything[0] > 0 and everything[1] > 0) == (len(columns) == 3), everything
    fitted = np.zeros(3)
    fitted[columns] = statsmodels.api.GLM(targets, risen[:, columns], family=family).fit(tol=1e-14).params
    golden.add(name + "_said", said)
    golden.add(name + "_labels", happened)
    golden.add(name + "_abc", fitted)


beta("beta", 1.5, 1.2, -0.2, [0, 1, 2])
beta("falling", -0.8, 1.4, -0.3, [1, 2])  # the best a is negative: then it is 0, and the others are fitted without it

# temperature of three classes, found by a bounded search
logits = 3 * random.normal(size=(100, 3))
classes = np.array([random.choice(3, p=softmax(row / 2)) for row in logits])
loss = lambda log: -np.sum(log_softmax(logits / np.exp(log), axis=1)[np.arange(100), classes])
best = minimize_scalar(loss, bounds=(-2, 3), method="bounded", options={"xatol": 1e-10})
golden.add("temperature_said", softmax(logits, axis=1))
golden.add("temperature_labels", classes)
golden.add("temperature", np.exp(best.x))
golden.write()
