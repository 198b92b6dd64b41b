"""Articles -> a folder of pages, statements and graph."""
