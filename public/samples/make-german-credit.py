"""german-credit.csv: loan applicants, good or bad, scored by a logistic regression on rows it has never seen.
german-credit-models.csv: the same applicants, scored by that model and by boosted trees.

Data: Statlog (German Credit Data), H. Hofmann, UCI Machine Learning Repository, CC BY 4.0, as shipped with R's caret package, whose
dummy columns are folded back into categories here. Sex and foreign_worker are in the file but were not shown to the model.
Run in this folder: python3 make-german-credit.py, with Rscript and caret installed (Debian: r-cran-caret). Made with Python 3.11,
scikit-learn 1.2.1, pandas 1.5.3, caret 6.0.93.
"""
import csv
import io
import subprocess

import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

EXPORT = 'data(GermanCredit, package = "caret"); write.csv(GermanCredit, stdout(), row.names = FALSE)'
table = pd.read_csv(io.StringIO(subprocess.run(["Rscript", "-e", EXPORT], check=True, capture_output=True, text=True).stdout))


def fold(prefix):
    """The category of each row, from its dummy columns; the first one where several or none are set."""
    dummies = table.filter(regex=rf"^{prefix}\.")
    return dummies.idxmax(axis=1).str.slice(len(prefix) + 1)


credit = pd.DataFrame({
    "id": range(1, len(table) + 1),
    "class": table["Class"].str.lower(),
    "age": table["Age"],
    "sex": fold("Personal").str.split(".").str[0].str.lower(),
    "foreign_worker": table["ForeignWorker"].map({1: "yes", 0: "no"}),
    "duration_months": table["Duration"],
    "amount": table["Amount"],
    "installment_rate": table["InstallmentRatePercentage"],
    "existing_credits": table["NumberExistingCredits"],
    "residence_years": table["ResidenceDuration"],
    "checking": fold("CheckingAccountStatus"),
    "history": fold("CreditHistory"),
    "purpose": fold("Purpose"),
    "savings": fold("SavingsAccountBonds"),
    "employment": fold("EmploymentDuration"),
    "property": fold("Property"),
    "plans": fold("OtherInstallmentPlans"),
    "housing": fold("Housing"),
    "job": fold("Job"),
})

is_bad = (credit["class"] == "bad").astype(int)
features = credit.drop(columns=["id", "class", "sex", "foreign_worker"])
words = list(features.columns[features.dtypes == object])
train, rest = train_test_split(credit.index, stratify=is_bad, test_size=0.5, random_state=7)
validation, test = train_test_split(rest, stratify=is_bad[rest], test_size=0.5, random_state=7)
encode = make_column_transformer((OneHotEncoder(handle_unknown="ignore", sparse_output=False), words), remainder=StandardScaler())
models = {
    "p_logreg": LogisticRegression(C=0.3, max_iter=2000),
    "p_gboost": GradientBoostingClassifier(n_estimators=120, max_depth=3, learning_rate=0.06, subsample=0.8, random_state=7),
}
scored = pd.concat([credit.loc[rows].assign(split=split) for split, rows in (("validation", validation), ("test", test))])
for name, model in models.items():
    fitted = make_pipeline(encode, model).fit(features.loc[train], is_bad[train])
    # repr is the shortest decimal that reads back to the same double.
    scored[name] = [repr(float(p)) for p in fitted.predict_proba(features.loc[scored.index])[:, 1]]

scored["age_band"] = pd.cut(scored["age"], [0, 24, 34, 49, 120], labels=["under 25", "25-34", "35-49", "50 and over"]).astype(str)
others = ["age_band", "sex", "foreign_worker", "age", "amount", "duration_months", "purpose", "checking", "history", "savings",
          "employment", "housing", "job"]
for name, columns in (("german-credit", ["p_logreg", *others]), ("german-credit-models", [*models, "age_band", "sex"])):
    with open(f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["id", "split", "class", *columns])
        out.writerows(scored[["id", "split", "class", *columns]].itertuples(index=False))
