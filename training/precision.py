"""bfloat16 where the processor computes in it; elsewhere it is emulated, some eighty times slower than float32."""
from __future__ import annotations

import torch


def autocast() -> torch.autocast:
    """A context for matrix products: bfloat16 with AMX or AVX-512 BF16, else float32 as it is written."""
    native = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()  # torch has no public question for it
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=native)
