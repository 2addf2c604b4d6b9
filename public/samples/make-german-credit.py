"""german-credit.csv: loan applicants, good or bad, scored by a logistic regression on rows it has never seen.

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
model = make_pipeline(encode, LogisticRegression(C=0.3, max_iter=2000)).fit(features.loc[train], is_bad[train])

credit["age_band"] = pd.cut(credit["age"], [0, 24, 34, 49, 120], labels=["under 25", "25-34", "35-49", "50 and over"]).astype(str)
others = ["age_band", "sex", "foreign_worker", "age", "amount", "duration_months", "purpose", "checking", "history", "savings",
          "employment", "housing", "job"]
with open("german-credit.csv", "w", newline="", encoding="utf-8") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["id", "split", "class", "p_logreg", *others])
    for split, rows in (("validation", validation), ("test", test)):
        probabilities = model.predict_proba(features.loc[rows])[:, 1]
        for p, cells in zip(probabilities, credit.loc[rows].to_dict("records")):
            # repr is the shortest decimal that reads back to the same double.
            out.writerow([cells["id"], split, cells["class"], repr(float(p)), *(cells[name] for name in others)])
