"""
What Cutpoint computes when a file is opened, by pandas and scikit-learn. Prints the median seconds as JSON.

python3 scikitLearn.py file.csv rounds
  read: CSV to columns; examine: range, kind and gaps of each column, values of the short ones, repeated ids; measure: every curve,
  metric and best threshold of each split; index: the curves, AUC and AP of all rows.
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


def timed(task):
    start = time.perf_counter()
    result = task()
    return time.perf_counter() - start, result


path, rounds = sys.argv[1], int(sys.argv[2])
times = {"read": [], "examine": [], "measure": [], "index": []}
for _ in range(rounds):
    seconds, table = timed(lambda: pd.read_csv(path))
    times["read"].append(seconds)
    times["examine"].append(timed(lambda: examine(table))[0])
    splits = [(g.y_true.to_numpy(), g.y_prob.to_numpy()) for _, g in table.groupby("split")]
    times["measure"].append(timed(lambda: [measure(y, s) for y, s in splits])[0])
    times["index"].append(timed(lambda: curves(table.y_true.to_numpy(), table.y_prob.to_numpy()))[0])
print(json.dumps({name: statistics.median(seconds) for name, seconds in times.items()}))
