"""How the matcher of proposals is fitted and its clustering threshold chosen."""
