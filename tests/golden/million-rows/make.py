"""
One million rows as distinct score x label x count: python3 make.py, with numpy.

Calibrated scores of six decimals (so with many ties), about 10 % positives, drawn with a fixed seed (numpy's PCG64): the values in
expected.json are scikit-learn's for exactly these rows.
"""
import gzip
import numpy as np

ROWS = 1_000_000
rng = np.random.default_rng(8)
probability = 1 / (1 + np.exp(-rng.normal(-3.4, 2.0, ROWS)))
label = (rng.random(ROWS) < probability).astype(int)
# The file holds the scores as written, with six decimals.
millionths = np.array([round(float(f"{p:.6f}") * 1_000_000) for p in probability])

pairs, counts = np.unique(2 * millionths + label, return_counts=True)
lines = [f"{pair // 2 / 1_000_000:.6f},{pair % 2},{count}" for pair, count in zip(pairs, counts)]
text = "\n".join(["y_prob,y_true,count", *lines, ""])
with open("counts.csv.gz", "wb") as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=9, mtime=0) as file:
    file.write(text.encode())
