"""streamlit-demo.csv: an imbalanced two-class problem (one case in ten is positive), scored by a random forest on the rows it was
trained on and on rows it has never seen.

After the classifier of https://github.com/timvink/demo_streamlit_threshold_classifier (synthetic data, same settings and seeds).
Run in this folder: python3 make-streamlit-demo.py. Made with Python 3.11, scikit-learn 1.2.1; other versions give other forests.
"""
import csv

from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import make_scorer, roc_auc_score
from sklearn.model_selection import GridSearchCV, train_test_split

X, y = make_classification(
    n_samples=30_000, n_features=20, n_informative=15, n_redundant=2, weights=[0.9, 0.1], random_state=42
)
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, test_size=0.2, random_state=42)
forest = RandomForestClassifier(n_estimators=10, random_state=42, class_weight="balanced")
# The demo ranks the depths by the AUC of hard predictions (make_scorer's default); kept, for the same forest.
search = GridSearchCV(forest, {"max_depth": [4, 7]}, scoring=make_scorer(roc_auc_score), cv=5).fit(X_train, y_train)

with open("streamlit-demo.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["split", "y_true", "y_prob"])
    for split, features, labels in (("train", X_train, y_train), ("test", X_test, y_test)):
        for label, probability in zip(labels, search.predict_proba(features)[:, 1]):
            # repr is the shortest decimal that reads back to the same double.
            out.writerow([split, label, repr(float(probability))])
