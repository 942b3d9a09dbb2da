"""Metrics of classes, probabilities and numbers by scikit-learn."""
import numpy as np
from sklearn import metrics as m

from golden import Golden

seed = 11
rng = np.random.default_rng(seed)
out = Golden(__file__, seed)

n = 60
labels = rng.choice(4, n, p=[0.5, 0.3, 0.15, 0.05])
probabilities = np.exp(rng.normal(size=(n, 4)) + 1.2 * np.eye(4)[labels])
probabilities /= probabilities.sum(1, keepdims=True)
predicted = probabilities.argmax(1)
weights = rng.exponential(size=n)
out.add("labels", labels)
out.add("probabilities", probabilities)
out.add("weights", weights)
for name, w in (("plain", None), ("weighted", weights)):
    row = [m.accuracy_score(labels, predicted, sample_weight=w), m.balanced_accuracy_score(labels, predicted, sample_weight=w)]
    for average in ("macro", "micro", "weighted"):
        p, r, f, _ = m.precision_recall_fscore_support(labels, predicted, beta=2, average=average, sample_weight=w)
        row += [p, r, f]
    row += [m.matthews_corrcoef(labels, predicted, sample_weight=w), m.cohen_kappa_score(labels, predicted, sample_weight=w),
            m.log_loss(labels, probabilities, sample_weight=w)]
    out.add("classes_" + name, row)
out.add("top2", m.top_k_accuracy_score(labels, probabilities, k=2))

positive = rng.random(n) < 0.3
score = np.round(rng.normal(size=n) + positive, 1)  # ties
out.add("positive", positive)
out.add("score", score)
for name, w in (("plain", None), ("weighted", weights)):
    fpr, tpr, _ = m.roc_curve(positive, score, sample_weight=w, drop_intermediate=False)
    out.add("curves_" + name, [m.roc_auc_score(positive, score, sample_weight=w),
                               m.average_precision_score(positive, score, sample_weight=w), np.max(tpr - fpr)])
fpr, tpr, _ = m.roc_curve(positive, score, drop_intermediate=False)
out.add("roc", np.vstack([fpr, tpr]))
p = 1 / (1 + np.exp(-score))
out.add("binary", [m.brier_score_loss(positive, p), m.log_loss(positive, p)])

actual = rng.normal(size=n) * 3 + 5
guess = actual + rng.standard_t(2, size=n)
out.add("actual", actual)
out.add("guess", guess)
out.add("regression", [m.mean_absolute_error(actual, guess), np.sqrt(m.mean_squared_error(actual, guess)),
                       m.mean_absolute_percentage_error(actual, guess), m.r2_score(actual, guess),
                       m.mean_pinball_loss(actual, guess, alpha=0.9), m.median_absolute_error(actual, guess)])
out.add("regression_weighted", [m.mean_absolute_error(actual, guess, sample_weight=weights),
                                np.sqrt(m.mean_squared_error(actual, guess, sample_weight=weights)),
                                m.r2_score(actual, guess, sample_weight=weights)])
out.write()
