"""Writes training.csv and training-history.csv: a small neural network that is trained for too long, and what it predicts at the end.

Synthetic data, 1,600 rows of 12 features, of which 5 tell something: 600 to train on, 500 to validate, 500 to test. Features are
normalised with mean and deviation of the training rows. The network (12-48-1, ReLU, sigmoid) learns in mini-batches of 20 rows for
40 epochs. The history has the columns that Keras' CSVLogger writes; unlike there, the training columns are taken after the epoch as
well, on all training rows. The predictions are those of the network after the last epoch.
"""
import numpy as np
from sklearn.datasets import make_classification
from sklearn.metrics import accuracy_score, log_loss
from sklearn.neural_network import MLPClassifier

EPOCHS = 40
SIZES = {"train": 600, "validation": 500, "test": 500}

X, y = make_classification(
    sum(SIZES.values()), n_features=12, n_informative=5, n_redundant=2, flip_y=0.12, class_sep=0.8, weights=[0.65], random_state=3
)
ends = np.cumsum(list(SIZES.values()))
rows = dict(zip(SIZES, np.split(np.arange(len(y)), ends[:-1])))
mean, deviation = X[rows["train"]].mean(axis=0), X[rows["train"]].std(axis=0)
X = (X - mean) / deviation

network = MLPClassifier((48,), learning_rate_init=0.01, batch_size=20, random_state=3)


def measured(split):
    chosen = rows[split]
    p = network.predict_proba(X[chosen])[:, 1]
    return accuracy_score(y[chosen], p >= 0.5), log_loss(y[chosen], p)


with open("training-history.csv", "w", newline="\n") as file:
    file.write("epoch,accuracy,loss,val_accuracy,val_loss\n")
    for epoch in range(EPOCHS):
        network.partial_fit(X[rows["train"]], y[rows["train"]], classes=[0, 1])
        numbers = [*measured("train"), *measured("validation")]
        file.write(f"{epoch}," + ",".join(repr(round(float(number), 6)) for number in numbers) + "\n")

with open("training.csv", "w", newline="\n") as file:
    file.write("split,y_true,y_prob\n")
    for split, chosen in rows.items():
        for label, p in zip(y[chosen], network.predict_proba(X[chosen])[:, 1]):
            file.write(f"{split},{label},{round(float(p), 6)!r}\n")
