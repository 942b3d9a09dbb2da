"""Linear models of scikit-learn and statsmodels on one small table: coefficients, standard errors, criteria."""
import numpy as np
import statsmodels.api as sm
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis, QuadraticDiscriminantAnalysis
from sklearn.linear_model import (ElasticNet, Lasso, LogisticRegression, PoissonRegressor, Ridge, lasso_path)
from sklearn.linear_model import RidgeCV
from statsmodels.stats.outliers_influence import OLSInfluence, variance_inflation_factor

from golden import Golden

SEED = 20250
random = np.random.default_rng(SEED)
golden = Golden(__file__, SEED)

n, p = 80, 4
x = random.normal(size=(n, p))
x[:, 1] += 0.7 * x[:, 0]
x[:, 2] = 5 + 3 * x[:, 2]
x[:, 3] *= 0.2
weights = random.integers(1, 4, size=n).astype(float)
y = 1.5 + x @ [1.0, -0.5, 0.25, 2.0] + random.normal(size=n)
y_wild = y + np.where(random.random(n) < 0.1, 15 * random.normal(size=n), 0)
counts = random.poisson(np.exp(0.3 + x @ [0.4, -0.2, 0.05, 0.5]))
binary = (random.random(n) < 1 / (1 + np.exp(-(x @ [1.2, -0.8, 0.2, 1.0] - 1)))).astype(int)
logits = np.stack([np.zeros(n), x @ [1, 0, 0.1, 0] - 0.5, x @ [0, 1.2, -0.1, 2]], axis=1)
three = np.array([random.choice(3, p=np.exp(l) / np.exp(l).sum()) for l in logits])
for name, block in dict(x=x, weights=weights, y=y, y_wild=y_wild, counts=counts, binary=binary, three=three).items():
    golden.add(name, block)

# least squares
ols = sm.OLS(y, sm.add_constant(x)).fit()
golden.add("ols_coefficients", ols.params)
golden.add("ols_errors", ols.bse)
golden.add("ols_t", ols.tvalues)
golden.add("ols_p", ols.pvalues)
golden.add("ols_interval", ols.conf_int(0.05))
golden.add("ols_summary", [ols.rsquared, ols.rsquared_adj, ols.fvalue, ols.f_pvalue, ols.scale, ols.llf, ols.aic, ols.bic])
influence = OLSInfluence(ols)
golden.add("ols_leverage", influence.hat_matrix_diag)
golden.add("ols_cook", influence.cooks_distance[0])
golden.add("ols_studentized", influence.resid_studentized_external)
golden.add("ols_inflation", [variance_inflation_factor(sm.add_constant(x), i) for i in range(1, p + 1)])
repeated = sm.OLS(np.repeat(y, weights.astype(int)), sm.add_constant(np.repeat(x, weights.astype(int), axis=0))).fit()
golden.add("ols_weighted_coefficients", repeated.params)
golden.add("ols_weighted_errors", repeated.bse)
golden.add("ols_weighted_summary", [repeated.rsquared, repeated.rsquared_adj, repeated.fvalue, repeated.f_pvalue,
                                    repeated.scale, repeated.llf, repeated.aic, repeated.bic])


def full(model):
    return np.concatenate([[model.intercept_], model.coef_])


# penalised least squares
golden.add("ridge", full(Ridge(alpha=3.0, solver="cholesky").fit(x, y)))
golden.add("ridge_weighted", full(Ridge(alpha=3.0, solver="cholesky").fit(x, y, sample_weight=weights)))
penalties = [0.01, 0.1, 1.0, 10.0, 100.0]
cv = RidgeCV(alphas=penalties, store_cv_values=True, gcv_mode="svd").fit(x, y)
golden.add("ridge_penalties", penalties)
golden.add("ridge_loo", cv.cv_values_.mean(axis=0))
golden.add("lasso", full(Lasso(alpha=0.2, tol=1e-14, max_iter=1000000).fit(x, y)))
golden.add("elastic_net", full(ElasticNet(alpha=0.2, l1_ratio=0.4, tol=1e-14, max_iter=1000000).fit(x, y)))
golden.add("lasso_weighted", full(Lasso(alpha=0.2, tol=1e-14, max_iter=1000000).fit(x, y, sample_weight=weights)))
alphas, path, _ = lasso_path(x - x.mean(axis=0), y - y.mean(), n_alphas=8, eps=1e-3, tol=1e-14, max_iter=1000000)
golden.add("path_penalties", alphas)
golden.add("path_coefficients", path.T)

# logistic and softmax
logit = sm.Logit(binary, sm.add_constant(x)).fit(disp=0, method="newton", tol=1e-14)
golden.add("logit", logit.params)
golden.add("logit_errors", logit.bse)
golden.add("logit_likelihood", logit.llf)


def logistic(labels, **settings):
    newton = settings.get("solver") == "newton-cg"  # stops only by its tolerance, and cannot reach 1e-12
    model = LogisticRegression(tol=1e-7 if newton else 1e-12, max_iter=1000 if newton else 200000, **settings).fit(x, labels)
    return np.column_stack([model.intercept_, model.coef_])


golden.add("logistic_ridge", logistic(binary, C=0.5, solver="newton-cg"))
golden.add("softmax_ridge", logistic(three, C=0.5, multi_class="multinomial", solver="newton-cg"))
golden.add("softmax_free", logistic(three, penalty="none", multi_class="multinomial", solver="newton-cg"))
golden.add("logistic_lasso", logistic(binary, C=0.2, penalty="l1", solver="saga"))
golden.add("logistic_net", logistic(binary, C=0.5, penalty="elasticnet", l1_ratio=0.6, solver="saga"))
golden.add("softmax_lasso", logistic(three, C=0.3, penalty="l1", multi_class="multinomial", solver="saga"))

# counts
poisson = sm.GLM(counts, sm.add_constant(x), family=sm.families.Poisson()).fit(tol=1e-14)
golden.add("poisson", poisson.params)
golden.add("poisson_errors", poisson.bse)
golden.add("poisson_deviance", [poisson.deviance, poisson.null_deviance, poisson.llf])
golden.add("poisson_ridge", full(PoissonRegressor(alpha=0.1, tol=1e-12, max_iter=10000).fit(x, counts)))

# robust
rlm = sm.RLM(y_wild, sm.add_constant(x), M=sm.robust.norms.HuberT()).fit(tol=1e-14, maxiter=1000)
golden.add("huber", rlm.params)
golden.add("huber_scale", rlm.scale)
for q in (10, 50, 80):
    fit = sm.QuantReg(y_wild, sm.add_constant(x)).fit(q=q / 100, max_iter=100000, p_tol=1e-12)
    golden.add(f"quantile_{q}", fit.params)

# discriminants
lda = LinearDiscriminantAnalysis(solver="svd").fit(x, three)
golden.add("lda_probabilities", lda.predict_proba(x))
golden.add("qda_probabilities", QuadraticDiscriminantAnalysis().fit(x, three).predict_proba(x))
golden.write()
