"""breast-cancer.csv: tumours, malignant or benign, scored by a logistic regression on rows it has never seen.

Data: Breast Cancer Wisconsin (Diagnostic), W. Wolberg, W. Street, O. Mangasarian, UCI Machine Learning Repository, CC BY 4.0, as
shipped with scikit-learn. Run in this folder: python3 make-breast-cancer.py. Made with Python 3.11, scikit-learn 1.2.1.
"""
import csv

import numpy as np
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

data = load_breast_cancer()
# scikit-learn codes malignant as 0 and benign as 1; the file holds the words.
diagnosis = data.target_names[data.target]
X_train, X_test, y_train, y_test, _, rows = train_test_split(
    data.data, diagnosis, np.arange(len(diagnosis)), test_size=0.4, stratify=diagnosis, random_state=3
)
model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(X_train, y_train)
p_malignant = model.predict_proba(X_test)[:, list(model.classes_).index("malignant")]

with open("breast-cancer.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["id", "diagnosis", "prediction", "p_malignant", "mean_radius", "worst_texture"])
    for row, truth, answer, p in zip(rows, y_test, model.predict(X_test), p_malignant):
        # repr is the shortest decimal that reads back to the same double.
        radius, texture = float(data.data[row, 0]), float(data.data[row, 21])
        out.writerow([f"P{row:03d}", truth, answer, repr(float(p)), repr(radius), repr(texture)])
