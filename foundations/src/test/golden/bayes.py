"""Naive Bayes, Bayesian ridge and Gaussian processes of scikit-learn on small tables."""
import numpy as np
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern, WhiteKernel
from sklearn.linear_model import BayesianRidge
from sklearn.naive_bayes import BernoulliNB, CategoricalNB, ComplementNB, GaussianNB, MultinomialNB

from golden import Golden

SEED = 20254
random = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)
n = 50
x = random.normal(size=(n, 3))
labels = random.integers(0, 3, size=n)
x += labels[:, None] * [0.8, -0.4, 0.2]
counts = random.poisson(1 + labels[:, None] * [0.5, 0.0, 1.0] + [0, 1, 0.3], size=(n, 3))
y = np.sin(2 * x[:, 0]) + 0.5 * x[:, 1] + 0.1 * random.normal(size=n)
for name, block in dict(x=x, labels=labels, counts=counts, y=y).items():
    golden.add(name, block)
golden.add("gaussian", GaussianNB().fit(x, labels).predict_proba(x)[:10])
golden.add("multinomial", MultinomialNB(alpha=0.7).fit(counts, labels).predict_proba(counts)[:10])
golden.add("complement", ComplementNB(alpha=0.7).fit(counts, labels).predict_proba(counts)[:10])
golden.add("bernoulli", BernoulliNB(alpha=0.7).fit(counts, labels).predict_proba(counts)[:10])
golden.add("categorical", CategoricalNB(alpha=0.7).fit(counts, labels).predict_proba(counts)[:10])
line = BayesianRidge(tol=1e-14, n_iter=10000, alpha_1=0, alpha_2=0, lambda_1=0, lambda_2=0, compute_score=False).fit(x, y)
golden.add("line", np.concatenate([[line.intercept_], line.coef_]))
golden.add("line_precisions", [line.lambda_, line.alpha_])
away = x[:5] + 1 - x.mean(axis=0)  # their own deviation forgets to centre
golden.add("line_deviation", np.sqrt(1 / line.alpha_ * (1 + 1 / n) + ((away @ line.sigma_) * away).sum(axis=1)))
queries = random.normal(size=(6, 3)) * 1.5
golden.add("queries", queries)
for name, kernel in dict(endless=RBF([0.8, 1.5, 2.0]), twice=Matern([0.8, 1.5, 2.0], nu=2.5), once=Matern([0.8, 1.5, 2.0], nu=1.5)).items():
    process = GaussianProcessRegressor(ConstantKernel(1.3) * kernel + WhiteKernel(0.05), optimizer=None, alpha=0).fit(x, y)
    mean, deviation = process.predict(queries, return_std=True)
    golden.add(f"process_{name}_mean", mean)
    golden.add(f"process_{name}_deviation", deviation)
    golden.add(f"process_{name}_likelihood", process.log_marginal_likelihood_value_)
wide = (1e-4, 1e4)
best = GaussianProcessRegressor(ConstantKernel(1.0, wide) * RBF([1.0] * 3, wide) + WhiteKernel(0.1, wide), alpha=0,
                                n_restarts_optimizer=3, random_state=0).fit((x - x.mean(0)) / x.std(0), (y - y.mean()) / y.std())
golden.add("process_best_likelihood", best.log_marginal_likelihood_value_ - n * np.log(y.std()))
golden.write()
