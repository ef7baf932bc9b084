"""The sampling of the decision engine in numpy, for comparison with server/core/scoring: reads a model on standard
input, prints processor milliseconds per repetition. Same weights (uniform on the simplex), same uncertain facts
(uniform, clipped), same outputs: rank shares, pairwise shares, central weights, confidence factors, score quantiles."""

import json
import sys
import time

import numpy as np


def evaluate(model, samples, seed):
    rng = np.random.default_rng(seed)
    low = np.array(model["low"])
    high = np.array(model["high"])
    options, criteria = low.shape
    weights = rng.standard_exponential((samples, criteria))
    weights /= weights.sum(axis=1, keepdims=True)
    fixed = np.where(low == high, np.clip(low, 0, 1), 0)
    scores = weights @ fixed.T
    head = min(samples, model["head"])
    values_head = np.broadcast_to(fixed, (head, options, criteria)).copy()
    for i, j in zip(*np.nonzero(low != high)):
        values = np.clip(low[i, j] + rng.random(samples) * (high[i, j] - low[i, j]), 0, 1)
        scores[:, i] += weights[:, j] * values
        values_head[:, i, j] = values[:head]
    order = np.argsort(-scores, axis=1)
    shares = np.zeros((options, options))
    for rank in range(options):
        shares[:, rank] = np.bincount(order[:, rank], minlength=options) / samples
    firsts = order[:, 0]
    central = np.zeros((options, criteria))
    np.add.at(central, firsts, weights)
    wins = np.bincount(firsts, minlength=options)
    central[wins > 0] /= wins[wins > 0, None]
    at_central = (values_head.reshape(-1, criteria) @ central.T).reshape(head, options, options)
    best = at_central.max(axis=1)
    confidence = (np.einsum("sii->si", at_central) >= best - 1e-12).mean(axis=0)
    leaders = np.argsort(-scores.mean(axis=0))[: model["paired"]]
    leading = np.ascontiguousarray(scores[:, leaders].T)
    pairwise = np.array([[np.count_nonzero(a > b) / samples for b in leading] for a in leading])
    quantiles = np.percentile(scores, [5, 50, 95], axis=0)
    return shares, central, pairwise, quantiles, confidence


def main():
    request = json.load(sys.stdin)
    times = []
    for repetition in range(request["repetitions"]):
        start = time.process_time()
        shares, _, _, quantiles, _ = evaluate(request, request["samples"], repetition)
        times.append((time.process_time() - start) * 1000)
    json.dump(
        {"cpuMs": times, "firstShares": shares[:, 0].tolist(), "medians": quantiles[1].tolist(), "numpy": np.__version__},
        sys.stdout,
    )


main()
