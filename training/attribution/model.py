"""The network: MiniLM, shapes and quote states, a linear-chain CRF over tokens, and a head that points at the cue."""
from __future__ import annotations

import torch
from torch import nn
from transformers import AutoModel

TAGS, LINK = 7, 64
HIDDEN = 384


def forbidden() -> torch.Tensor:
    """7 x 7, true where the second tag may not follow the first: an I- without its B- or I- before it."""
    table = torch.zeros(TAGS, TAGS, dtype=torch.bool)
    for inside in (2, 4, 6):
        for before in range(TAGS):
            table[before, inside] = before not in (inside, inside - 1)
    return table


class Tagger(nn.Module):
    """Pieces -> (emissions, queries, keys), each for every piece."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="eager", hidden_dropout_prob=0.1, attention_probs_dropout_prob=0.0)
        self.shape = nn.Embedding(6, HIDDEN)
        self.state = nn.Embedding(4, HIDDEN)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.state.weight)
        self.emit = nn.Linear(HIDDEN, TAGS)
        self.query = nn.Linear(HIDDEN, LINK)
        self.key = nn.Linear(HIDDEN, LINK)
        self.start = nn.Parameter(torch.zeros(TAGS))
        self.steps = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.register_buffer("never", forbidden())

    def hidden(self, ids: torch.Tensor, shapes: torch.Tensor, states: torch.Tensor) -> torch.Tensor:
        """Hidden states of every piece, (batch, pieces, 384). Piece 0 is padding."""
        inner = self.encoder.embeddings
        places = torch.arange(ids.shape[1], device=ids.device)[None]
        base = inner.word_embeddings(ids) + inner.position_embeddings(places) + inner.token_type_embeddings.weight[0]
        x = inner.dropout(inner.LayerNorm(base + self.shape(shapes) + self.state(states)))
        mask = torch.zeros(ids.shape, dtype=x.dtype).masked_fill(ids == 0, -1e4)[:, None, None, :]
        for layer in self.encoder.encoder.layer:
            x = layer(x, mask)
            x = x[0] if isinstance(x, tuple) else x
        return x

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, states: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        x = self.hidden(ids, shapes, states)
        return self.emit(x), self.query(x), self.key(x)

    def chain(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Start scores and transition scores with the forbidden ones at -1e4."""
        bad = torch.tensor([False, False, True, False, True, False, True])
        return self.start.masked_fill(bad, -1e4), self.steps.masked_fill(self.never, -1e4)

    def loss(self, emissions: torch.Tensor, tags: torch.Tensor, fresh: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Mean negative log likelihood a token. emissions (batch, tokens, 7); fresh marks tokens that begin a paragraph."""
        start, steps = self.chain()
        first = emissions[:, 0] + start
        alpha = first
        gold = first.gather(1, tags[:, :1])[:, 0]
        for t in range(1, emissions.shape[1]):
            alive = t < lengths
            inner = torch.logsumexp(alpha[:, :, None] + steps, 1)
            again = torch.logsumexp(alpha, 1, keepdim=True) + start
            after = torch.where(fresh[:, t, None], again, inner) + emissions[:, t]
            alpha = torch.where(alive[:, None], after, alpha)
            step = torch.where(fresh[:, t], start[tags[:, t]], steps[tags[:, t - 1], tags[:, t]])
            gold = gold + (step + emissions[:, t].gather(1, tags[:, t:t + 1])[:, 0]) * alive
        return (torch.logsumexp(alpha, 1) - gold).sum() / lengths.sum()
