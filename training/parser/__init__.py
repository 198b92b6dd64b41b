"""How the shipped English pipeline is made: treebanks and news in, kg/lang/en/model out."""
