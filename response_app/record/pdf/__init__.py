"""The record as an accessible PDF, PDF/UA-1 and PDF/A-2a in one file (record out).

The way of a document through this package: `characters` and `fonts` say what can be drawn;
`layout` turns the neutral tree into flowables (`text`, `table`, `figure`) and the structure
elements (`tags`) that they belong to; `page` draws them on pages; `structure` and `metadata`
add to the drawn file what makes it accessible; `lint` reads the finished file back.
"""
