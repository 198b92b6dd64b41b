"""The teacher: MiniLM fine-tuned to see sentences, tags, entities and a biaffine dependency tree in a paragraph at once."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

ARC, RELATION = 256, 128  # widths of the biaffine spaces (Dozat and Manning 2017)


@dataclass(frozen=True, slots=True)
class Labels:
    """Every label the heads can give, in the order of their scores."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    feats: tuple[str, ...]
    relation: tuple[str, ...]
    ner: tuple[str, ...]


class Biaffine(nn.Module):
    """Scores [batch, out, dependent, head]; a bias is added to both sides."""

    def __init__(self, width: int, out: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(out, width + 1, width + 1))

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        dependent = nn.functional.pad(dependent, (0, 1), value=1.0)
        head = nn.functional.pad(head, (0, 1), value=1.0)
        return torch.einsum("bdx,oxy,bhy->bodh", dependent, self.weight, head)


class Teacher(nn.Module):
    """Word pieces and word shapes in, scores out; a word is seen through its first and last piece."""

    def __init__(self, encoder: Path, labels: Labels, shapes: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, attn_implementation="eager")
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(shapes, width)
        nn.init.zeros_(self.shape.weight)
        self.mix = nn.Parameter(torch.zeros(self.encoder.config.num_hidden_layers + 1))
        self.first, self.last = nn.Linear(width, width), nn.Linear(width, width, bias=False)
        self.drop = nn.Dropout(dropout)
        self.start = nn.Linear(width, 2)
        self.upos, self.xpos = nn.Linear(width, len(labels.upos)), nn.Linear(width, len(labels.xpos))
        self.feats, self.ner = nn.Linear(width, len(labels.feats)), nn.Linear(width, len(labels.ner))
        self.arc_dependent, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.relation_dependent, self.relation_head = nn.Linear(width, RELATION), nn.Linear(width, RELATION)
        self.arc, self.relation = Biaffine(ARC, 1), Biaffine(RELATION, len(labels.relation))

    def words(self, rows: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Word vectors [batch, words, width] from the word pieces' rows of the embedding table."""
        embed = self.encoder.embeddings
        places = torch.arange(rows.shape[1])[None]
        hidden = rows + self.shape(shapes) + embed.position_embeddings(places) + embed.token_type_embeddings.weight[0]
        layers = [embed.dropout(embed.LayerNorm(hidden))]
        blocked = torch.where(mask == 1, 0.0, -1e4)[:, None, None, :]
        for layer in self.encoder.encoder.layer:
            out = layer(layers[-1], blocked.to(layers[-1].dtype))
            layers.append(out[0] if isinstance(out, tuple) else out)
        weights = torch.softmax(self.mix, 0)
        mixed = sum(weight * layer for weight, layer in zip(weights, layers))
        wide = (-1, -1, mixed.shape[-1])
        ahead = mixed.gather(1, first.unsqueeze(-1).expand(*wide))
        behind = mixed.gather(1, last.unsqueeze(-1).expand(*wide))
        return self.drop(nn.functional.gelu(self.first(ahead) + self.last(behind)))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        """Scores of each head; `arc` is [batch, dependent, head], the diagonal standing for the root."""
        return self.scores(self.encoder.embeddings.word_embeddings(pieces), shapes, mask, first, last)

    def scores(self, rows: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> dict[str, Tensor]:
        """What `forward` gives, from the rows of the embedding table, which stay as MiniLM has them."""
        words = self.words(rows, shapes, mask, first, last)
        space = {name: self.drop(nn.functional.gelu(getattr(self, name)(words)))
                 for name in ("arc_dependent", "arc_head", "relation_dependent", "relation_head")}
        return {
            "start": self.start(words),
            "upos": self.upos(words),
            "xpos": self.xpos(words),
            "feats": self.feats(words),
            "ner": self.ner(words),
            "arc": self.arc(space["arc_dependent"], space["arc_head"]).squeeze(1),
            "relation_dependent": space["relation_dependent"],
            "relation_head": space["relation_head"],
        }

    def relations(self, scores: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Relation scores [batch, words, relations] for the given heads."""
        return relations(self.relation.weight, scores, heads)


def relations(weight: Tensor, scores: dict[str, Tensor], heads: Tensor) -> Tensor:
    """Relation scores [batch, words, relations] from biaffine weights [relations, RELATION + 1, RELATION + 1]."""
    chosen = scores["relation_head"].gather(1, heads.unsqueeze(-1).expand(-1, -1, RELATION))
    dependent = nn.functional.pad(scores["relation_dependent"], (0, 1), value=1.0)
    chosen = nn.functional.pad(chosen, (0, 1), value=1.0)
    turned = dependent @ weight.permute(1, 0, 2).flatten(1)  # one large product: several times faster than the three-way sum
    return (turned.unflatten(-1, (weight.shape[0], weight.shape[2])) * chosen.unsqueeze(2)).sum(-1)
