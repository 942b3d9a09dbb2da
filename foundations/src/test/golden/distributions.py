"""Distributions and fits by scipy.stats."""
import numpy as np
from scipy import stats as s

from golden import Golden

seed = 21
rng = np.random.default_rng(seed)
out = Golden(__file__, seed)

continuous = {
    "gaussian": (s.norm(3, 2), [-40, 1, 3, 4.5, 60]),
    "lognormal": (s.lognorm(0.7, scale=np.exp(1.5)), [1e-4, 0.5, 4, 20, 1e6]),
    "uniform": (s.uniform(-1, 3), [-0.9999, 0, 0.3, 1.7, 1.99999]),
    "exponential": (s.expon(scale=1 / 2.5), [1e-12, 0.1, 0.5, 3, 200]),
    "gamma": (s.gamma(2.7, scale=1.3), [1e-7, 0.5, 3, 9, 300]),
    "gamma_steep": (s.gamma(0.05, scale=4), [1e-30, 1e-6, 0.5, 9, 900]),
    "gamma_large": (s.gamma(1e5, scale=1), [9.5e4, 99000, 1e5, 100700, 1.05e5]),
    "beta": (s.beta(2.5, 0.7), [1e-8, 0.1, 0.6, 0.9, 0.999999]),
    "student": (s.t(4.5, 1, 2), [-1e5, -3, 1, 2, 1e7]),
    "student_many": (s.t(1e7, 0, 1), [-30, -3, 0.5, 2, 12]),
    "chi_squared": (s.chi2(7), [1e-6, 2, 7, 20, 900]),
    "fisher_f": (s.f(3, 8), [1e-9, 0.3, 1, 5, 1e5]),
    "weibull": (s.weibull_min(1.8, scale=50), [1e-6, 10, 40, 120, 900]),
    "gumbel": (s.gumbel_r(2, 3), [-8, 0, 2, 9, 900]),
    "pareto": (s.genpareto(0.2, 1, 2), [1 + 1e-9, 2, 5, 30, 1e9]),
    "pareto_bounded": (s.genpareto(-0.3, 0, 2), [1e-9, 1, 3, 6, 6.66]),
    "extreme": (s.genextreme(-0.2, 1, 2), [-4, 0, 2, 20, 1e8]),
    "extreme_bounded": (s.genextreme(0.3, 1, 2), [-9, 0, 2, 6, 7.6]),
}
shares = [1e-12, 1e-3, 0.3, 0.9, 1 - 1e-7]
for name, (d, x) in continuous.items():
    x = np.array(x, dtype=float)
    out.add(name, np.vstack([x, d.logpdf(x), d.cdf(x), d.sf(x), d.ppf(shares)]))
    out.add(name + "_moments", [d.mean(), d.var()])
out.add("shares", shares)

counts = {
    "binomial": (s.binom(40, 0.3), [0, 5, 12, 25, 40]),
    "binomial_large": (s.binom(10**9, 1e-3), [990000, 999000, 10**6, 1001000, 1006000]),
    "poisson": (s.poisson(6.5), [0, 2, 6, 12, 60]),
    "poisson_large": (s.poisson(1e8), [99970000, 10**8 - 10**4, 10**8, 10**8 + 10**4, 100030000]),
    "geometric": (s.geom(0.15, loc=-1), [0, 1, 5, 30, 300]),
    "negative_binomial": (s.nbinom(3.4, 0.2), [0, 2, 12, 40, 200]),
}
for name, (d, k) in counts.items():
    k = np.array(k)
    out.add(name, np.vstack([k, d.logpmf(k), d.cdf(k), d.sf(k), d.ppf(shares)]))
    out.add(name + "_moments", [d.mean(), d.var()])

mean = np.array([1.0, -2, 0.5])
root = rng.normal(size=(3, 3))
covariance = root @ root.T + 0.1 * np.eye(3)
points = rng.normal(size=(5, 3)) * 3
out.add("joint_mean", mean)
out.add("joint_covariance", covariance)
out.add("joint_points", points)
out.add("joint_log_density", s.multivariate_normal(mean, covariance).logpdf(points))

waits = rng.gamma(2.3, 1.7, 80)
out.add("waits", waits)
a, _, scale = s.gamma.fit(waits, floc=0)
out.add("gamma_fit", [a, scale, s.gamma.logpdf(waits, a, 0, scale).sum()])
c, _, scale = s.weibull_min.fit(waits, floc=0)
out.add("weibull_fit", [c, scale, s.weibull_min.logpdf(waits, c, 0, scale).sum()])
for name, shape in (("heavy", 0.3), ("bounded", -0.25)):
    excesses = s.genpareto.rvs(shape, 0, 2, size=120, random_state=5)
    c, _, scale = s.genpareto.fit(excesses, floc=0)
    out.add("excesses_" + name, excesses)
    out.add("pareto_fit_" + name, [c, scale, s.genpareto.logpdf(excesses, c, 0, scale).sum()])

smooth = rng.normal(size=25)
width = 0.9 * min(smooth.std(ddof=1), s.iqr(smooth) / 1.34) * 25 ** -0.2
kde = s.gaussian_kde(smooth, bw_method=width / smooth.std(ddof=1))
at = [-2, 0, 0.7, 5]
out.add("smooth", smooth)
out.add("smooth_at", at)
out.add("smooth_density", kde(at))
out.add("smooth_cdf", [kde.integrate_box_1d(-np.inf, v) for v in at])
out.write()
