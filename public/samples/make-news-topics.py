"""news-topics.csv: synthetic articles with any of five topics, a probability for each topic by a logistic regression of its own.

Run in this folder: python3 make-news-topics.py. Made with Python 3.11, scikit-learn 1.2.1.
"""
import csv

from sklearn.datasets import make_multilabel_classification
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

TOPICS = ["Finance", "Health", "Politics", "Sport", "Technology"]

X, Y = make_multilabel_classification(2000, n_features=20, n_classes=5, n_labels=2, length=30, random_state=5)
model = OneVsRestClassifier(LogisticRegression(C=0.1, max_iter=1000)).fit(X[:1000], Y[:1000])

with open("news-topics.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["id", "split", *(f"y_{topic}" for topic in TOPICS), *(f"p_{topic}" for topic in TOPICS)])
    for row, (truth, scores) in enumerate(zip(Y[1000:], model.predict_proba(X[1000:])), 1000):
        # repr is the shortest decimal that reads back to the same double.
        split = "validation" if row < 1500 else "test"
        out.writerow([row, split, *truth, *(repr(float(p)) for p in scores)])
