"""
What Cutpoint computes, by pandas and scikit-learn. Prints the median seconds as JSON.

python3 scikitLearn.py file.csv rounds
  When a file is opened.
  read: CSV to columns; examine: range, kind and gaps of each column, values of the short ones, repeated ids; measure: every curve,
  metric and best threshold of each split; index: the curves, AUC and AP of all rows.

python3 scikitLearn.py file.csv rounds choose
  When a threshold is chosen, and the best values found. f1, cost: as the curve scorer of TunedThresholdClassifierCV does, which is not
  in every version: 100 thresholds evenly spaced from the least to the greatest score, the metric by scikit-learn's own function at each
  (f1_score; confusion_matrix with a miss at 5 and a false alarm at 1). curve: F1 at every distinct score by precision_recall_curve.
"""
import json
import statistics
import sys
import time

import numpy as np
import pandas as pd
from sklearn import metrics


def curves(y, s):
    metrics.precision_recall_curve(y, s)
    metrics.roc_curve(y, s, drop_intermediate=False)
    metrics.roc_auc_score(y, s)
    metrics.average_precision_score(y, s)


def examine(table):
    table.isna().sum()
    for _, column in table.items():
        if column.dtype == object or (column.dtype == int and column.max() < 256):
            column.value_counts()
        else:
            column.min(), column.max(), (column % 1 == 0).all()
    table.id.duplicated().any()


def measure(y, s):
    precision, recall, thresholds = metrics.precision_recall_curve(y, s)
    fpr, tpr, cuts = metrics.roc_curve(y, s, drop_intermediate=False)
    positives = y.sum()
    negatives = len(y) - positives
    cuts[np.argmin(fpr * negatives + 5 * (1 - tpr) * positives)]
    recall[:-1][precision[:-1] >= 0.8].max(initial=0), precision[:-1][recall[:-1] >= 0.9].max(initial=0)
    np.partition(s, int(0.9 * len(s)))[int(0.9 * len(s))]
    metrics.roc_auc_score(y, s)
    metrics.average_precision_score(y, s)
    np.max(tpr - fpr)
    metrics.brier_score_loss(y, s)
    metrics.log_loss(y, s)
    bins = np.minimum((s * 10).astype(int), 9)
    counts = np.bincount(bins, minlength=10)
    np.abs(np.bincount(bins, s, 10) - np.bincount(bins, y, 10)).sum() / counts.sum()
    np.histogram(s[y == 1], 50), np.histogram(s[y == 0], 50)
    np.max(2 * precision * recall / np.maximum(precision + recall, 1e-300))
    metrics.confusion_matrix(y, s >= 0.5)


def best_on_grid(y, s, value):
    thresholds = np.linspace(s.min(), s.max(), 100)
    return max(value(y, (s >= threshold).astype(int)) for threshold in thresholds)


def saving(y, predicted):
    (_, fp), (fn, _) = metrics.confusion_matrix(y, predicted, labels=[0, 1])
    return -(fp + 5 * fn)


def best_on_curve(y, s):
    precision, recall, _ = metrics.precision_recall_curve(y, s)
    return np.max(2 * precision * recall / np.maximum(precision + recall, 1e-300))


def timed(task):
    start = time.perf_counter()
    result = task()
    return time.perf_counter() - start, result


def opening(path, rounds):
    times = {"read": [], "examine": [], "measure": [], "index": []}
    for _ in range(rounds):
        seconds, table = timed(lambda: pd.read_csv(path))
        times["read"].append(seconds)
        times["examine"].append(timed(lambda: examine(table))[0])
        splits = [(g.y_true.to_numpy(), g.y_prob.to_numpy()) for _, g in table.groupby("split")]
        times["measure"].append(timed(lambda: [measure(y, s) for y, s in splits])[0])
        times["index"].append(timed(lambda: curves(table.y_true.to_numpy(), table.y_prob.to_numpy()))[0])
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def choosing(path, rounds):
    table = pd.read_csv(path, float_precision="round_trip")
    y, s = table.y_true.to_numpy(), table.y_prob.to_numpy()
    ways = {
        "f1": lambda: best_on_grid(y, s, metrics.f1_score),
        "cost": lambda: best_on_grid(y, s, saving),
        "curve": lambda: best_on_curve(y, s),
    }
    runs = {name: [timed(way) for _ in range(rounds)] for name, way in ways.items()}
    times = {name: statistics.median(seconds for seconds, _ in each) for name, each in runs.items()}
    return {**times, "values": {name: float(each[0][1]) for name, each in runs.items()}}


path, rounds = sys.argv[1], int(sys.argv[2])
print(json.dumps((choosing if sys.argv[3:] == ["choose"] else opening)(path, rounds)))
