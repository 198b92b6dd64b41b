"""One format a file: `export(dataset, stream)`."""
