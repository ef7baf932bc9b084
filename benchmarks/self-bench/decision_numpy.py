"""The sampling of the decision engine in numpy, for comparison with server/core/scoring: the same weights, the same
uncertain facts and the same figures, drawn anew.

Reads one JSON request a line on standard input: first the model, then {"seed": n} for each repetition. Answers each
with one line: wall and processor milliseconds, first-rank shares and median scores. The matrices are made before the
clock starts."""

import json
import sys
import time

import numpy as np


class Model:
    def __init__(self, request):
        self.samples = request["samples"]
        self.paired = request["paired"]
        self.head = min(self.samples, request["confidenceSamples"])
        self.space = request["space"]
        self.fixed = np.array(request["fixed"])
        self.uncertain = [prepared(cell) for cell in request["uncertain"]]


def prepared(cell):
    cell = dict(cell)
    if cell["kind"] == "table":
        cell["table"] = np.array(cell["table"])
    if cell.get("value") == "piecewise":
        cell["xs"], cell["ys"] = np.array(cell["xs"]), np.array(cell["ys"])
    return cell


def draw_weights(space, samples, rng):
    """Groups uniform on the ordered simplex, inside each group points within ranges, normalised."""
    groups = rng.standard_exponential((samples, len(space["groups"])))
    groups /= groups.sum(axis=1, keepdims=True)
    if len(space["order"]) > 1:
        drawn, descending, start = groups, -np.sort(-groups, axis=1), 0
        groups = np.empty_like(drawn)
        for members in space["order"]:
            places = np.argsort(np.argsort(-drawn[:, members], axis=1), axis=1) + start
            groups[:, members] = np.take_along_axis(descending, places, axis=1)
            start += len(members)
    weights = np.empty((samples, space["columns"]))
    for position, group in enumerate(space["groups"]):
        if len(group["members"]) == 1:
            weights[:, group["members"][0]] = groups[:, position]
            continue
        low, high = np.array(group["ranges"]).T
        points = low + rng.random((samples, len(low))) * (high - low)
        weights[:, group["members"]] = points * (groups[:, position] / points.sum(axis=1))[:, None]
    return weights


def quantiles_to_units(cell, u):
    if cell["kind"] == "uniform":
        return cell["first"] + u * (cell["second"] - cell["first"])
    if cell["kind"] == "falling":
        return cell["first"] + (1 - np.sqrt(1 - u)) * (cell["second"] - cell["first"])
    low, likely, high = cell["first"], cell["likely"], cell["second"]
    width = high - low
    return np.where(
        u * width < likely - low,
        low + np.sqrt(u * (width * (likely - low))),
        high - np.sqrt((1 - u) * (width * (high - likely))),
    )


def units_to_values(cell, x):
    value = cell["value"]
    if value == "none":
        return x
    if value == "piecewise":
        return np.interp(x, cell["xs"], cell["ys"])
    if value == "ratioLog":
        x = np.log(np.maximum(x, cell["worst"]) / cell["worst"]) / np.log(cell["best"] / cell["worst"])
    elif value == "target":
        x = 1 - np.abs(x - cell["best"]) / (cell["best"] - cell["worst"])
    else:
        x = (x - cell["worst"]) / (cell["best"] - cell["worst"])
    return np.clip(x, 0, 1)


def draw_values(cell, samples, rng):
    u = rng.random(samples)
    if cell["kind"] == "table":
        table = cell["table"]
        return table[(u * len(table)).astype(np.intp)]
    return units_to_values(cell, quantiles_to_units(cell, u))


def evaluate(model, seed):
    rng = np.random.default_rng(seed)
    samples, (options, criteria) = model.samples, model.fixed.shape
    weights = draw_weights(model.space, samples, rng)
    columns = np.ascontiguousarray(weights.T)
    scores = model.fixed @ columns
    head = np.broadcast_to(model.fixed, (model.head, options, criteria)).copy()
    for cell in model.uncertain:
        values = draw_values(cell, samples, rng)
        scores[cell["option"]] += columns[cell["criterion"]] * values
        head[:, cell["option"], cell["criterion"]] = values[: model.head]
    order = np.argsort(-scores.T, axis=1)
    taken = order + options * np.arange(options)
    shares = np.bincount(taken.ravel(), minlength=options * options).reshape(options, options).T / samples
    firsts = order[:, 0]
    wins = np.bincount(firsts, minlength=options)
    is_first = np.zeros((samples, options))
    is_first[np.arange(samples), firsts] = 1
    central = (is_first.T @ weights) / np.maximum(wins, 1)[:, None]
    at_central = (head.reshape(-1, criteria) @ central.T).reshape(model.head, options, options)
    confidence = (np.einsum("sii->si", at_central) >= at_central.max(axis=1) - 1e-12).mean(axis=0)
    leading = scores[np.argsort(-scores.mean(axis=1))[: model.paired]]
    pairwise = np.array([[np.count_nonzero(a > b) / samples for b in leading] for a in leading])
    quantiles = np.percentile(scores, [5, 50, 95], axis=1)
    return shares, central, pairwise, quantiles, confidence


def main():
    model = Model(json.loads(sys.stdin.readline()))
    for line in sys.stdin:
        seed = json.loads(line)["seed"]
        wall, cpu = time.perf_counter(), time.process_time()
        shares, _, _, quantiles, _ = evaluate(model, seed)
        answer = {
            "wallMs": (time.perf_counter() - wall) * 1000,
            "cpuMs": (time.process_time() - cpu) * 1000,
            "firstShares": shares[:, 0].tolist(),
            "medians": quantiles[1].tolist(),
            "numpy": np.__version__,
        }
        print(json.dumps(answer), flush=True)


main()
