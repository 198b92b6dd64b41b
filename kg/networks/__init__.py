"""Networks out of the graph, in the words of discourse network analysis (Leifeld): two-mode, one-mode, event list."""
