"""Isotonic regression and Platt's sigmoid as scikit-learn fits them."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[4] / "foundations" / "src" / "test" / "golden"))

import numpy as np
import sklearn
from golden import Golden
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
golden.write()
