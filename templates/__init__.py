"""What ships with the app and is words: the record format's schema, the example record, guidance and layouts."""
