"""The training loop: epochs over batches, averaged weights, a checkpoint after each epoch to go on from."""

import copy
import random
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click
import torch
from torch import Tensor, nn
from torch.nn import functional

from nlp.training.batches import CHOSEN, Batch, batched
from nlp.training.networks import Scores
from nlp.training.units import Unit

WARM_UP = 200  # steps over which the learn rate rises
AsTensors = Callable[[list[Any]], Batch]
BatchesOf = Callable[[int, random.Random], list[list[Any]]]


def loss_of(scores: Scores, batch: Batch) -> Tensor:
    """The sum of the five losses, each a mean over the tokens that have something to be learnt."""
    mask = batch["mask"].bool()
    total = functional.binary_cross_entropy_with_logits(scores.starts[mask], batch["starts"][mask])
    for name in CHOSEN:
        logits, chances = getattr(scores, name)[mask], batch[f"{name}_chances"][mask]
        told = logits.log_softmax(-1).gather(-1, batch[name][mask])
        total = total - (told * chances).sum() / chances.sum().clamp(min=1)
    return total


class Trainer:
    """Trains `model` and keeps a running average of its weights, which is the better model."""

    def __init__(
        self,
        model: nn.Module,
        as_tensors: AsTensors,
        settings: dict[str, float],
        checkpoint: Path,
        groups: list[dict[str, Any]] | None = None,
    ) -> None:
        """`groups` are the optimizer's, each with the `share` of the learn rate that it gets."""
        self.model = model
        self.average = copy.deepcopy(model).eval()
        self.as_tensors = as_tensors
        self.settings = settings
        self.batch = int(settings["tokens_per_batch"])
        self.optimizer = torch.optim.AdamW(
            groups or [{"params": list(model.parameters()), "share": 1.0}],
            weight_decay=settings["weight_decay"],
            betas=(0.9, 0.98),
            fused=True,
        )
        self.checkpoint = checkpoint
        self.epoch = self.step = 0
        if checkpoint.exists():
            self._resume()

    def run(self, batches_of: BatchesOf, dev: list[Unit], seed: int) -> nn.Module:
        """Train the epochs that are left, on the batches of each; gives the averaged model."""
        epochs = int(self.settings["epochs"])
        while self.epoch < epochs:
            rng = random.Random(f"{seed} {self.epoch}")  # noqa: S311 - no secret
            torch.manual_seed(seed * 1000 + self.epoch)
            started = time.monotonic()
            loss = self._train_epoch(batches_of(self.epoch, rng))
            self.epoch += 1
            self._save()
            seconds = time.monotonic() - started
            scores = ", ".join(f"{name} {value:.2f}" for name, value in self.measure(dev).items())
            click.echo(f"\repoch {self.epoch}/{epochs}: loss {loss:.3f}, {scores} ({seconds:.0f} s)")
        return self.average

    def _train_epoch(self, batches: list[list[Any]]) -> float:
        self.model.train()
        total = 0.0
        for number, units in enumerate(batches):
            self._set_rate(self.epoch + number / len(batches))
            loss = self._learn(self.as_tensors(units))
            total += loss
            if number % 20 == 19:
                done = (number + 1) / len(batches)
                click.echo(f"\r  {done:4.0%} loss {total / (number + 1):.3f}", nl=False)
        return total / len(batches)

    def _learn(self, batch: Batch) -> float:
        loss = loss_of(self.model(batch), batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
        self.optimizer.step()
        self.step += 1
        kept = min(self.settings["averaging"], self.step / (self.step + 10))
        with torch.no_grad():
            for averaged, weight in zip(self.average.parameters(), self.model.parameters(), strict=True):
                averaged.lerp_(weight, 1 - kept)
        return loss.item()

    def _set_rate(self, epochs: float) -> None:
        """The rate after so many epochs: it rises, stays for the steady ones, and falls until it ends."""
        steady, last = self.settings["steady_epochs"], self.settings["rate_ends"]
        factor = min(1.0, self.step / WARM_UP, (last - epochs) / (last - steady))
        for group in self.optimizer.param_groups:
            group["lr"] = self.settings["learn_rate"] * factor * group["share"]

    def measure(self, dev: Iterable[Unit]) -> dict[str, float]:
        """Percent right on units with gold tokens and sentences: a guide while training, not for the card."""
        right: dict[str, float] = dict.fromkeys(("tags", "UAS", "LAS", "lemmas", "starts"), 0)
        count = 0
        with torch.no_grad():
            for units in batched(list(dev), self.batch, random.Random(0)):  # noqa: S311
                batch = self.as_tensors(units)
                mask = batch["mask"].bool()
                scores = self.average(batch)
                arcs, tags, lemmas, deprels = (
                    (getattr(scores, name).argmax(-1) == batch[name][..., 0])
                    & (batch[f"{name}_chances"][..., 0] > 0)
                    & mask
                    for name in CHOSEN
                )
                right["UAS"] += arcs.sum().item()
                right["LAS"] += (arcs & deprels).sum().item()
                right["tags"] += tags.sum().item()
                right["lemmas"] += lemmas.sum().item()
                right["starts"] += (((scores.starts > 0) == (batch["starts"] > 0)) & mask).sum().item()
                count += int(mask.sum())
        return {name: 100 * value / count for name, value in right.items()}

    def _save(self) -> None:
        state = {
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
        }
        unfinished = self.checkpoint.with_suffix(".part")
        torch.save(state, unfinished)
        unfinished.replace(self.checkpoint)

    def _resume(self) -> None:
        state = torch.load(self.checkpoint)
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch, self.step = state["epoch"], state["step"]
