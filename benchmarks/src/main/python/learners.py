"""Learns one task with scikit-learn and prints what it took:  learners.py TABLE TASK THREADS SECONDS

The table is written by LearnerTable.write, the tasks are those of LearnerTask, the five numbers printed those of Measured:
the least wall and processor milliseconds to learn and to answer, and the quality of the answers. Of several searches for the
same optimum the fastest counts.
"""
import sys
import time
import warnings

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

MOST_CALLS = 7


def read(path):
    with open(path, "rb") as file:
        columns, *counts = np.fromfile(file, "<i4", 3)
        parts = []
        for rows in counts:
            x = np.fromfile(file, "<f8", rows * columns).reshape(rows, columns)
            numbers = np.fromfile(file, "<f8", rows)
            parts.append((x, numbers, np.fromfile(file, "<i4", rows)))
        return parts


def candidates(task, threads):
    if task == "boosting":
        return [HistGradientBoostingClassifier(max_iter=100, learning_rate=0.1, max_leaf_nodes=31, min_samples_leaf=20,
                                               max_bins=255, early_stopping=False)]
    if task == "tree":
        return [DecisionTreeClassifier(min_samples_leaf=5, random_state=1)]
    if task == "numbers":
        return [DecisionTreeRegressor(min_samples_leaf=5, random_state=1)]
    if task == "forest":
        return [RandomForestClassifier(n_estimators=20, min_samples_leaf=5, max_features="sqrt", n_jobs=threads,
                                       random_state=1)]
    if task == "logistic":  # both to a slope of about 1e-8 of the mean loss, as ours
        return [LogisticRegression(C=1, solver=solver, tol=1e-8, max_iter=1000)
                for solver in ("lbfgs", "newton-cholesky")]
    sys.exit(f"unknown task {task}")


def timed(call):
    wall, cpu = time.perf_counter(), time.process_time()
    result = call()
    return result, (time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3


def measure(model, train, test, numbers, seconds):
    x, y = train[0], train[1 if numbers else 2]
    truth = test[1 if numbers else 2]
    least = np.full(4, np.inf)
    began = time.perf_counter()
    for call in range(MOST_CALLS):
        if call >= 2 and time.perf_counter() - began > seconds:
            break
        _, wall, cpu = timed(lambda: model.fit(x, y))
        least[:2] = np.minimum(least[:2], (wall, cpu))
        for _ in range(2):
            answers, wall, cpu = timed(lambda: model.predict(test[0]))
            least[2:] = np.minimum(least[2:], (wall, cpu))
    if numbers:
        quality = 1 - np.sum((truth - answers) ** 2) / np.sum((truth - truth.mean()) ** 2)
    else:
        quality = np.mean(truth == answers)
    return (*least, quality)


def main(path, task, threads, seconds):
    warnings.simplefilter("ignore")  # the search that ends at rounding before the tolerance is met says so
    train, test = read(path)
    found = [measure(model, train, test, task == "numbers", float(seconds)) for model in candidates(task, int(threads))]
    print(*min(found))


main(*sys.argv[1:])
