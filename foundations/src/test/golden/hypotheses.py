"""Hypothesis tests by scipy.stats and statsmodels."""
import numpy as np
import statsmodels.api as sm
from scipy import stats as s
from statsmodels.stats.diagnostic import normal_ad
from statsmodels.stats.multitest import multipletests

from golden import Golden

seed = 31
rng = np.random.default_rng(seed)
out = Golden(__file__, seed)
sides = ("two-sided", "less", "greater")

x = rng.normal(0.3, 1, 14)
y = rng.normal(0, 2, 19)
z = rng.normal(0.8, 1, 16)
tied = np.round(x * 2)
tied_y = np.round(y * 2)
for name, values in (("x", x), ("y", y), ("z", z), ("tied", tied), ("tied_y", tied_y)):
    out.add(name, values)

out.add("t_one", [s.ttest_1samp(x, 0.1).statistic] + [s.ttest_1samp(x, 0.1, alternative=a).pvalue for a in sides])
out.add("t_one_interval", s.ttest_1samp(x, 0).confidence_interval(0.9))
out.add("t_paired", [s.ttest_rel(x, y[:14]).statistic] + [s.ttest_rel(x, y[:14], alternative=a).pvalue for a in sides])
for name, equal in (("t_welch", False), ("t_pooled", True)):
    r = [s.ttest_ind(x, y, equal_var=equal, alternative=a) for a in sides]
    out.add(name, [r[0].statistic] + [v.pvalue for v in r])

out.add("mann_whitney", [s.mannwhitneyu(x, y).statistic]
        + [s.mannwhitneyu(x, y, alternative=a, method="exact").pvalue for a in sides])
out.add("mann_whitney_tied", [s.mannwhitneyu(tied, tied_y).statistic]
        + [s.mannwhitneyu(tied, tied_y, alternative=a, method="asymptotic").pvalue for a in sides])
out.add("wilcoxon", [s.wilcoxon(x, alternative="greater").statistic]
        + [s.wilcoxon(x, alternative=a, mode="exact").pvalue for a in sides])
kept = tied[tied != 0]
out.add("wilcoxon_tied", [s.wilcoxon(kept, alternative="greater").statistic]
        + [s.wilcoxon(kept, alternative=a, mode="approx").pvalue for a in sides])

f = s.f_oneway(x, y, z)
k = s.kruskal(tied, tied_y, z)
l = s.levene(x, y, z, center="median")
out.add("groups", [f.statistic, f.pvalue, k.statistic, k.pvalue, l.statistic, l.pvalue])

rows = []
for shift in (0, 0.3, 1, 3):
    r = s.kstest(x, s.norm(shift, 1).cdf, mode="exact")
    rows.append([shift, r.statistic, r.pvalue])
out.add("ks_one", rows)
big = rng.normal(size=700)
out.add("big", big)
rows = []
for shift in (0, 0.03, 0.06, 0.2):
    r = s.kstest(big, s.norm(shift, 1).cdf, mode="exact")
    rows.append([shift, r.statistic, r.pvalue])
out.add("ks_big", rows)
out.add("ks_two", [s.ks_2samp(x, y, mode="exact").statistic, s.ks_2samp(x, y, mode="exact").pvalue,
                   s.ks_2samp(x, z, mode="exact").statistic, s.ks_2samp(x, z, mode="exact").pvalue])
out.add("anderson", [*normal_ad(x), *normal_ad(y ** 2), *normal_ad(z), *normal_ad(np.exp(z))])

table = np.array([[12, 5, 9], [7, 14, 3]])
chi, p, dof, expected = s.chi2_contingency(table, correction=False)
out.add("independence", [chi, dof, p, s.contingency.association(table, "cramer"), expected.min()])
rows = []
for cells in ((8, 2, 1, 5), (3, 10, 12, 4), (0, 7, 5, 2), (10, 10, 10, 10)):
    rows.append([*cells] + [s.fisher_exact(np.reshape(cells, (2, 2)), alternative=a)[1] for a in sides])
out.add("fisher", rows)
rows = []
for k, n, p in ((7, 20, 0.5), (0, 12, 0.2), (95, 100, 0.9), (3, 3, 0.4), (500, 1000, 0.46), (6, 12, 0.5)):
    r = s.binomtest(k, n, p)
    rows.append([k, n, p] + [s.binomtest(k, n, p, alternative=a).pvalue for a in sides] + list(r.proportion_ci(0.95)))
out.add("binomial", rows)

pvalues = np.array([0.01, 0.2, 0.03, 0.001, 0.04, 0.9, 0.03])
out.add("p_values", pvalues)
out.add("holm", multipletests(pvalues, method="holm")[1])
out.add("benjamini_hochberg", multipletests(pvalues, method="fdr_bh")[1])

y14, tied14 = y[:14], tied_y[:14]
out.add("correlations", [*s.pearsonr(x, y14), *s.spearmanr(tied, tied14), *s.kendalltau(tied, tied14, method="asymptotic"),
                         *s.kendalltau(x, y14, method="asymptotic")])
out.add("pearson_interval", s.pearsonr(x, y14).confidence_interval(0.95))

times = np.round(rng.exponential(10, 30)) + 1
failed = rng.random(30) < 0.7
curve = sm.SurvfuncRight(times, failed)
out.add("times", times)
out.add("failed", failed)
out.add("survival", np.vstack([curve.surv_times, curve.surv_prob, curve.surv_prob_se]))

skewed = rng.exponential(size=40)
out.add("skewed", skewed)
for method in ("percentile", "bca"):
    r = s.bootstrap((skewed,), np.mean, n_resamples=100000, method=method, random_state=1)
    out.add("bootstrap_" + method, r.confidence_interval)
out.write()
