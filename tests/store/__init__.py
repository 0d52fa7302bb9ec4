"""The store: what is saved is there again, whole, or says so."""
