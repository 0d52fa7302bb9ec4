"""The accessible PDF: what it says, how it looks, whether it conforms."""
