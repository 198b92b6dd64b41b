"""Generated pages, one kind a file: `render(site)`."""
