"""Inspection Response: report in, findings, guided sections, checks, review, record out."""
