"""Trees whose splits are unique: no two columns gain the same, so that the draw of columns does not matter."""
import numpy as np
import sklearn
from sklearn.ensemble import AdaBoostClassifier
from sklearn.ensemble._iforest import _average_path_length
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

from golden import Golden

SEED = 20261120
ROWS = 150
random = np.random.default_rng(SEED)
out = Golden(__file__, SEED)

x = np.round(random.standard_normal((ROWS, 4)), 3)
signal = x[:, 0] + np.sin(2 * x[:, 1]) + x[:, 2] * x[:, 3]
y = np.round(signal + 0.3 * random.standard_normal(ROWS), 4)
labels = np.digitize(signal + 0.5 * random.standard_normal(ROWS), [-0.7, 0.7])
weights = random.integers(1, 4, ROWS).astype(float)
out.add("x", x)
out.add("y", y)
out.add("labels", labels)
out.add("weights", weights)


def add_tree(name, tree):
    """One row for each node in preorder: column (-1 for a leaf), threshold, weight, impurity."""
    t = tree.tree_
    out.add(name, np.column_stack([np.maximum(t.feature, -1), np.where(t.feature < 0, 0, t.threshold),
                                   t.weighted_n_node_samples, t.impurity]))


add_tree("gini", DecisionTreeClassifier(max_depth=3, min_samples_leaf=5, random_state=0).fit(x, labels))
add_tree("entropy", DecisionTreeClassifier(criterion="entropy", max_depth=3, min_samples_leaf=5, random_state=0).fit(x, labels))
add_tree("weighted", DecisionTreeClassifier(max_depth=3, min_samples_leaf=5, random_state=0).fit(x, labels, weights))
add_tree("squared", DecisionTreeRegressor(max_depth=4, min_samples_leaf=5, random_state=0).fit(x, y))
prices = [0.005, 0.02, 0.08]
out.add("prices", prices)
full = [DecisionTreeRegressor(min_samples_leaf=3, ccp_alpha=p, random_state=0).fit(x, y) for p in prices]
for i, tree in enumerate(full):
    add_tree(f"pruned{i}", tree)

ada = AdaBoostClassifier(n_estimators=15, algorithm="SAMME", random_state=0).fit(x, labels)
out.add("voices", ada.estimator_weights_)
out.add("errors", ada.estimator_errors_)
out.add("voted", ada.predict(x))
sizes = np.array([1, 2, 3, 10, 256, 100000])
out.add("sizes", sizes)
out.add("depths", _average_path_length(sizes))
out.write()
