"""A small prediction API to try Predict on, with Flask alone: python3 app.py [port, 5000 unless told].

POST {"text": "...", "run_id": "v1" or "v2"} to
  /predict             {"probabilities": {"negative": ..., "neutral": ..., "positive": ...}}
  /predict_multilabel  {"Finance": ..., "Health": ..., ...}, which do not add up to 1
  /predict_complex     as /predict; says with a trace what went wrong
  /no_cors             as /predict, but lets no other site read the answer
  /flaky               as /predict, but every tenth call fails
The models are lists of words with weights: enough to answer, and the same on every machine.
"""
import math
import sys
import traceback

from flask import Flask, jsonify, request

MOODS = ["negative", "neutral", "positive"]
MOOD_WORDS = {
    "v1": {"great": (-2, 0, 2), "love": (-2, 0, 2.5), "good": (-1, 0, 1.2), "fast": (-0.5, 0, 1), "awful": (3, 0, -2), "broken": (2, 0, -1),
           "slow": (1.2, 0, -0.6), "refund": (1.6, 0.2, -1), "not": (0.9, 0, -0.9), "arrived": (0, 1.2, 0), "box": (0, 0.8, 0), "ok": (0, 0.5, 0.4)},
    "v2": {"great": (-3, 0, 3), "love": (-3, 0, 3.5), "good": (-1.5, 0, 2), "fast": (-0.5, 0, 1.6), "awful": (4, 0, -3), "broken": (3, 0, -2),
           "slow": (1.8, 0, -1), "refund": (2.4, 0.2, -1.5), "not": (2, 0, -1.8), "arrived": (0, 1.8, 0), "box": (0, 1, 0), "ok": (0, 0.9, 0.3)},
}
TOPICS = ["Finance", "Health", "Politics", "Sport", "Technology"]
TOPIC_WORDS = {"bank": (2.6, 0, 0.4, 0, 0), "shares": (2.4, 0, 0, 0, 0.6), "doctors": (0, 2.8, 0, 0.3, 0), "injury": (0, 1.8, 0, 1.4, 0),
               "vote": (0.2, 0, 2.7, 0, 0), "minister": (0.5, 0.3, 2.4, 0, 0), "cup": (0, 0, 0, 2.9, 0), "team": (0, 0.2, 0, 2, 0.2),
               "chip": (0.6, 0, 0, 0, 2.6), "app": (0, 0.5, 0, 0, 2.2), "budget": (1.6, 0.4, 1.2, 0, 0)}

app = Flask(__name__)
calls = {"flaky": 0}


@app.after_request
def let_pages_read(response):
    if request.path != "/no_cors":
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Allow-Headers"] = "Content-Type, X-Key"
    return response


def weigh(text, words, count):
    sums = [0.0] * count
    for word in text.lower().replace(",", " ").replace(".", " ").split():
        for place, weight in enumerate(words.get(word, ())):
            sums[place] += weight
    return sums


def mood_of(data):
    sums = weigh(data["text"], MOOD_WORDS[data.get("run_id", "v1")], len(MOODS))
    powers = [math.exp(value) for value in sums]
    return {name: round(power / sum(powers), 6) for name, power in zip(MOODS, powers)}


def answer(find):
    data = request.get_json()
    if not data or "text" not in data:
        return jsonify({"error": "Invalid input"}), 400
    return jsonify(find(data))


@app.route("/predict", methods=["POST"])
def predict():
    return answer(lambda data: {"probabilities": mood_of(data)})


@app.route("/no_cors", methods=["POST"])
def no_cors():
    return answer(lambda data: {"probabilities": mood_of(data)})


@app.route("/flaky", methods=["POST"])
def flaky():
    calls["flaky"] += 1
    if calls["flaky"] % 10 == 0:
        return jsonify({"error": "busy"}), 503
    return answer(lambda data: {"probabilities": mood_of(data)})


@app.route("/predict_multilabel", methods=["POST"])
def predict_multilabel():
    return answer(lambda data: {
        name: round(1 / (1 + math.exp(1.5 - weight)), 6) for name, weight in zip(TOPICS, weigh(data["text"], TOPIC_WORDS, len(TOPICS)))
    })


@app.route("/predict_complex", methods=["POST"])
def predict_complex():
    try:
        return answer(lambda data: {"probabilities": mood_of(data)})
    except (AttributeError, KeyError) as error:
        return jsonify({"error": f"Error during prediction: {error!r}", "trace": traceback.format_exc()}), 500


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]) if len(sys.argv) > 1 else 5000, threaded=True)
