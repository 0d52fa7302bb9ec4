"""Guided sections: the guidance, snippets, fields and spelling that help an author to write."""
