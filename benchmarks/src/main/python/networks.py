"""Trains one network with PyTorch and prints what it took:  networks.py FILE TASK BATCH SECONDS

FILE is written by NetworkTask.write: the first parameters, named as a Sequential names them, and the examples. Printed are the
loss after 20 steps on the first batch, to show that both sides do the same, and then the least processor and wall
microseconds of a step. A step is what Fit does: rows are gathered, the gradient is clipped, AdamW steps, the loss is read.
Of several ways to write the same the fastest counts.
"""
import json
import sys
import time

import numpy as np
import torch
from torch import nn

CHECKED_STEPS = 20
RATE = 1e-3
DECAY = 0.01


def read(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = file.read()
    tensors = {}
    for name, described in header.items():
        if name != "__metadata__":
            begin, end = described["data_offsets"]
            values = np.frombuffer(data[begin:end], "<f4").reshape(described["shape"])
            tensors[name] = torch.from_numpy(values.copy())
    return tensors


class Lstm(nn.LSTM):
    def forward(self, x):
        return super().forward(x)[0]


class Last(nn.Module):
    def forward(self, x):
        return x[:, -1]


class Mean(nn.Module):
    def forward(self, x):
        return x.mean(1)


class Residual(nn.Sequential):
    def forward(self, x):
        return x + super().forward(x)


class Attention(nn.MultiheadAttention):
    def forward(self, x):
        return super().forward(x, x, x, need_weights=False)[0]


class AttentionByHand(nn.MultiheadAttention):
    def forward(self, x):
        batch, steps, width = x.shape
        parts = nn.functional.linear(x, self.in_proj_weight, self.in_proj_bias)
        q, k, v = parts.view(batch, steps, 3, self.num_heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        looks = torch.softmax(q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5, -1)
        return self.out_proj((looks @ v).transpose(1, 2).reshape(batch, steps, width))


def transformer(attention):
    blocks = []
    for _ in range(2):
        blocks.append(Residual(nn.LayerNorm(64), attention(64, 4, batch_first=True)))
        blocks.append(Residual(nn.LayerNorm(64), nn.Linear(64, 128), nn.GELU(), nn.Linear(128, 64)))
    return nn.Sequential(nn.Linear(30, 64), *blocks, nn.LayerNorm(64), Mean(), nn.Linear(64, 1))


def candidates(task):
    if task == "autoencoder":
        return [lambda: nn.Sequential(nn.Linear(170, 64), nn.ReLU(), nn.Linear(64, 16), nn.Linear(16, 64), nn.ReLU(),
                                      nn.Linear(64, 170))]
    if task == "lstm":
        return [lambda: nn.Sequential(Lstm(30, 64, batch_first=True), Last(), nn.Linear(64, 30))]
    if task == "transformer":
        return [lambda: transformer(Attention), lambda: transformer(AttentionByHand)]
    sys.exit(f"unknown task {task}")


class Training:
    def __init__(self, network, state, inputs, targets, foreach):
        self.network = network
        network.load_state_dict(state)
        network.train()
        weights = [p for p in network.parameters() if p.dim() > 1]
        others = [p for p in network.parameters() if p.dim() == 1]  # as ours, these do not decay
        groups = [{"params": weights, "weight_decay": DECAY}, {"params": others, "weight_decay": 0}]
        self.adam = torch.optim.AdamW(groups, lr=RATE, foreach=foreach)
        self.parameters = weights + others
        self.inputs, self.targets = inputs, targets

    def step(self, rows):
        self.adam.zero_grad(set_to_none=True)
        output = self.network(self.inputs.index_select(0, rows))
        loss = nn.functional.mse_loss(output, self.targets.index_select(0, rows))
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.adam.step()
        return loss.item()

    def epoch(self, batch):
        rows = torch.randperm(len(self.inputs))
        for part in rows.split(batch):
            self.step(part)


def main():
    path, task, batch, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
    tensors = read(path)
    inputs, targets = tensors.pop("inputs"), tensors.pop("targets")
    steps = -(-len(inputs) // batch)
    losses, best_cpu, best_wall = [], np.inf, np.inf
    ways = [(make, foreach) for make in candidates(task) for foreach in (False, True)]
    for make, foreach in ways:
        checked = Training(make(), tensors, inputs, targets, foreach)
        for _ in range(CHECKED_STEPS):
            loss = checked.step(torch.arange(batch))
        losses.append(loss)
        training = Training(make(), tensors, inputs, targets, foreach)
        training.epoch(batch)
        end = time.perf_counter() + seconds / len(ways)
        while best_cpu == np.inf or time.perf_counter() < end:
            wall, cpu = time.perf_counter(), time.process_time()
            training.epoch(batch)
            best_wall = min(best_wall, (time.perf_counter() - wall) / steps)
            best_cpu = min(best_cpu, (time.process_time() - cpu) / steps)
    print(losses[0], best_cpu * 1e6, best_wall * 1e6)


main()
