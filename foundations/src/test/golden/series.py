"""Forecasts, likelihoods, decompositions and tests of series given by a formula: statsmodels."""
import warnings

import numpy as np
import statsmodels
import statsmodels.api as sm
from statsmodels.regression.linear_model import burg
from statsmodels.tsa.holtwinters import ExponentialSmoothing
from statsmodels.tsa.seasonal import STL, seasonal_decompose
from statsmodels.tsa.stattools import acf, adfuller, kpss, pacf

from golden import Golden

warnings.simplefilter("ignore")
golden = Golden(__file__, "none: noise is a fraction of a sine")


def noise(n, phase):
    """Looks random, and needs no generator."""
    v = np.sin(np.arange(1, n + 1) * 12.9898 + phase) * 43758.5453
    u = v - np.floor(v)
    v = np.sin(np.arange(1, n + 1) * 78.233 + phase) * 12543.123
    return u + (v - np.floor(v)) - 1  # triangular on [-1, 1]


def fitted(model, start=None):
    first = model.fit(disp=0, method="lbfgs", maxiter=2000, start_params=start)
    return model.fit(first.params, disp=0, method="nm", maxiter=8000, xtol=1e-10, ftol=1e-12)


def sarimax(y, order, seasonal=(0, 0, 0, 0), **more):
    return sm.tsa.SARIMAX(y, order=order, seasonal_order=seasonal, concentrate_scale=True, **more)


n = 132
t = np.arange(n)
e = noise(n, 0.3)
arma = np.zeros(n)
for i in range(n):
    arma[i] = (0.6 * arma[i - 1] if i > 0 else 0) - (0.3 * arma[i - 2] if i > 1 else 0) + e[i] + (0.4 * e[i - 1] if i > 0 else 0)
season = np.array([-3, -2, 0, 1, 2, 5, 7, 6, 1, -3, -6, -8.0])[t % 12]
add = 50 + 0.3 * t + season + 2 * np.cumsum(noise(n, 1.0)) * 0.3 + noise(n, 2.0)
mul = (20 + 0.5 * t) * (1 + season / 20) * (1 + 0.05 * noise(n, 4.0))
for name, values in (("arma", arma), ("add", add), ("mul", mul)):
    golden.add(name, values)

# ARIMA
golden.add("arma-given", sarimax(arma, (2, 0, 1)).loglike([0.5, -0.2, 0.3]))
best = fitted(sarimax(arma, (2, 0, 1)))
golden.add("arma-best", best.llf)
golden.add("arma-aic", [best.aic, best.aicc, best.bic])
ahead = best.get_forecast(8)
golden.add("arma-forecast", [ahead.predicted_mean, ahead.se_mean])
golden.add("arma-mean-best", fitted(sarimax(arma + 5, (1, 0, 1), trend="c")).llf)
golden.add("arma-33-best", fitted(sarimax(arma, (3, 0, 3))).llf)
airline = dict(order=(0, 1, 1), seasonal=(0, 1, 1, 12))
golden.add("airline-given", sarimax(add, **airline, simple_differencing=True).loglike([-0.4, -0.6]))
best = fitted(sarimax(add, **airline, simple_differencing=True))
golden.add("airline-best", best.llf)
golden.add("airline-given-forecast", [f(sarimax(add, **airline, use_exact_diffuse=True).smooth([-0.4, -0.6]).get_forecast(15))
                                      for f in (lambda a: a.predicted_mean, lambda a: a.se_mean)])
golden.add("sarma-best", fitted(sarimax(np.diff(add), (1, 0, 0), (1, 0, 1, 12))).llf)
x = np.column_stack([np.sin(0.3 * t), noise(n, 9.0)])
golden.add("x", x)
explained = arma + x @ [2.0, -1.5]
best = fitted(sarimax(explained, (1, 0, 1), exog=x))
golden.add("x-best", best.llf)
golden.add("x-weights", best.params[:2])
golden.add("x-forecast", best.get_forecast(5, exog=x[:5]).predicted_mean)
holed = add.copy()
holed[[0, 7, 40, 41, 42, 100]] = np.nan
model = sarimax(holed, (1, 1, 1), use_exact_diffuse=True)
given = model.smooth([0.3, 0.2])
s2 = given.scale
golden.add("holed-forecast", [f(given.get_forecast(4)) for f in (lambda a: a.predicted_mean, lambda a: a.se_mean)])
golden.add("holed-scale", s2)

# exponential smoothing
for name, y, options in (
        ("simple", arma, {}), ("holt", add, dict(trend="add")), ("damped", add, dict(trend="add", damped_trend=True)),
        ("additive", add, dict(trend="add", seasonal="add", seasonal_periods=12)),
        ("multiplicative", mul, dict(trend="add", seasonal="mul", seasonal_periods=12))):
    best = None
    for start in (0.1, 0.5, 0.9):
        model = ExponentialSmoothing(y, initialization_method="estimated", **options)
        fit = model.fit(optimized=True, use_brute=True, minimize_kwargs=dict(options=dict(maxiter=5000)) if start > 0.1 else None)
        best = fit if best is None or fit.sse < best.sse else best
    golden.add("smooth-" + name, best.sse)
    golden.add("smooth-" + name + "-forecast", best.forecast(14))

# decompositions
spoiled = add.copy()
spoiled[[20, 70]] += 25
golden.add("spoiled", spoiled)
for name, robust in (("stl", False), ("stl-robust", True)):
    parts = STL(spoiled, period=12, robust=robust).fit()
    golden.add(name, np.array([parts.trend, parts.seasonal, parts.weights])[:, ::4])
parts = STL(add[:26], period=12, seasonal=9, trend=31, low_pass=15).fit()
golden.add("stl-short", [parts.trend, parts.seasonal])
for name, y, model in (("classical-add", add, "additive"), ("classical-mul", mul, "multiplicative")):
    parts = seasonal_decompose(y, model=model, period=12)
    golden.add(name, np.array([parts.trend, parts.seasonal, parts.resid])[:, ::5])

# local trends, exact diffuse start
for name, kind, params in (("level", "llevel", [0.5, 0.2]), ("slope", "lltrend", [0.5, 0.2, 0.05])):
    model = sm.tsa.UnobservedComponents(holed[:60], kind, use_exact_diffuse=True)
    at = model.smooth(params)
    golden.add(name + "-smoothed", at.smoothed_state[:, ::3])
    golden.add(name + "-variances", np.array([at.smoothed_state_cov[i, i] for i in range(len(params) - 1)])[:, ::3])
    golden.add(name + "-forecast", [at.get_forecast(4).predicted_mean, at.get_forecast(4).se_mean])
    golden.add(name + "-innovations", at.forecasts_error[0][10:20])
    best = fitted(sm.tsa.UnobservedComponents(add, kind, use_exact_diffuse=True))
    golden.add(name + "-best", best.llf)
    golden.add(name + "-best-params", best.params)

# correlations and tests
golden.add("acf", acf(arma, nlags=10))
golden.add("pacf", pacf(arma, nlags=10, method="ldb"))
rho, sigma = sm.regression.yule_walker(arma, order=4, method="mle")
golden.add("yule-walker", np.append(rho, sigma**2))
rho, sigma2 = burg(arma, order=4, demean=True)
golden.add("burg", np.append(rho, sigma2))
walk = np.cumsum(arma)
golden.add("walk", walk)
for name, y in (("arma", arma), ("walk", walk)):
    for kind in ("n", "c", "ct"):
        stat, p, lags = adfuller(y, regression=kind)[:3]
        golden.add(f"adf-{name}-{kind}", [stat, p, lags])
    for kind in ("c", "ct"):
        stat, p = kpss(y, regression=kind, nlags=4)[:2]
        golden.add(f"kpss-{name}-{kind}", [stat, p])
box = sm.stats.acorr_ljungbox(arma, lags=[8], model_df=2)
golden.add("ljung-box", [box.lb_stat.iloc[0], box.lb_pvalue.iloc[0]])
golden.write()
