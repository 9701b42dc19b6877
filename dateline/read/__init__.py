"""Report → Reading: a network finds, grammars and knowledge resolve, every cell keeps its words."""
