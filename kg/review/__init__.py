"""What people decided about what kg found: kept in decisions.jsonl, applied at every build, undone by a line or by taking one away."""
