"""Files -> articles, one format a file."""
