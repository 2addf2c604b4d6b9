"""digits.csv: handwritten digits, one probability for each of the ten, by a logistic regression on rows it has never seen.

Data: Optical Recognition of Handwritten Digits, E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, CC BY 4.0, as shipped with
scikit-learn. Run in this folder: python3 make-digits.py. Made with Python 3.11, scikit-learn 1.2.1.
"""
import csv

import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

data = load_digits()
X_train, X_test, y_train, y_test, _, rows = train_test_split(
    data.data, data.target, np.arange(len(data.target)), test_size=0.5, stratify=data.target, random_state=4
)
# So strong a penalty keeps the model unsure, as many in use are.
model = make_pipeline(StandardScaler(), LogisticRegression(C=0.01, max_iter=2000)).fit(X_train, y_train)

with open("digits.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["id", "digit", *(f"p_{word}" for word in WORDS)])
    for row, truth, scores in zip(rows, y_test, model.predict_proba(X_test)):
        # repr is the shortest decimal that reads back to the same double.
        out.writerow([f"D{row:04d}", WORDS[truth], *(repr(float(p)) for p in scores)])
