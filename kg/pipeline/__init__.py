"""Article -> Doc -> attributions and statements. The only room that knows spaCy."""
