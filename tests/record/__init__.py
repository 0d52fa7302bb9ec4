"""Record out: the tree, its writers, and a real record from its printed text to the finished PDF."""
